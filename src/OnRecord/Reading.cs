using OnRecord.Language;
using OnRecord.Language.Coreference;

namespace OnRecord;

/// <summary>What one run of the pipeline read out of one document. Immutable: a stage returns a new one with its part added.</summary>
public sealed record Reading
{
    /// <summary>The document as it came.</summary>
    public required RawDocument Raw { get; init; }

    /// <summary>Text, metadata and furniture; null before the Clean stage.</summary>
    public Article? Article { get; init; }

    /// <summary>Tokens, sentences and quotations; null before the Analyse stage.</summary>
    public Analysis? Analysis { get; init; }

    /// <summary>Who said what, in order of appearance; empty before the Extract stage.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Mentions of the same person or thing, as far as they are sure enough to be published; empty before the Chain stage, and in the fast reading.</summary>
    public IReadOnlyList<Chain> Chains { get; init; } = [];

    /// <summary>Who and what the document speaks of; empty before the Link stage.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Dates, times of day, lengths of time, in order; empty before the Measure stage.</summary>
    public IReadOnlyList<Timex> Times { get; init; } = [];

    /// <summary>Figures with their units, in order; empty before the Measure stage.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>What the text gives away of its day of publication; empty where that day is known.</summary>
    public IReadOnlyList<InferredDate> InferredDates { get; init; } = [];

    /// <summary>What is asserted and can be checked, in order; empty before the Interpret stage.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>What somebody binds itself to do, in order; empty before the Interpret stage.</summary>
    public IReadOnlyList<Pledge> Pledges { get; init; } = [];

    /// <summary>Where pledges are taken back or put off by the words themselves, in order, each with the frame of the pledge; empty before the Interpret stage.</summary>
    public IReadOnlyList<Pledge> PledgeChanges { get; init; } = [];

    /// <summary>Charges and the answers to them, in order; empty before the Interpret stage.</summary>
    public IReadOnlyList<Allegation> Allegations { get; init; } = [];

    /// <summary>Deeds of one actor towards another, in order; empty before the Interpret stage.</summary>
    public IReadOnlyList<PoliticalEvent> Events { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Failure> Failures { get; init; } = [];

    /// <summary>Whether every stage ran to its end.</summary>
    public bool IsComplete => Failures.Count == 0;
}
