using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Finds which mentions speak of the same person or thing; "I" in a quotation is who is quoted. Immutable; safe to share between threads.</summary>
public sealed class ChainStage : IStage
{
    /// <summary>
    /// A link less probable than this is not made: a wrong one would put words into a person's mouth. Chosen on the gold set
    /// of speakers among 0.7, 0.8 and 0.9; `lab evaluate linking` prints its precision, and how many links above it are right.
    /// </summary>
    internal const double LeastConfidence = 0.8;

    private readonly CoreferenceResolver resolver;

    /// <summary>A stage with the weights of a set.</summary>
    /// <exception cref="OnRecordException">OR3001, OR3002 or OR3003: the model is missing, damaged or of another version.</exception>
    public ChainStage(ModelSet models) => resolver = CoreferenceResolver.Create(models);

    /// <inheritdoc/>
    public string Name => "Chain";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Analysis | RecordPart.Attributions;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Chains;

    /// <inheritdoc/>
    public Reading Run(Reading reading) => reading with { Chains = resolver.Resolve(reading.Analysis!, Utterances(reading.Attributions), LeastConfidence) };

    // Only what is quoted keeps the speaker's own "I"; a report turns it into "he" or "she".
    private static List<Utterance> Utterances(IReadOnlyList<Attribution> attributions)
    {
        var utterances = new List<Utterance>();
        var sources = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var attribution in attributions)
        {
            if (attribution.Source.Count > 0) sources[attribution.Id] = attribution.Source[0];
            else if (attribution.Continues is { } continued && sources.TryGetValue(continued, out var known)) sources[attribution.Id] = known;
            if (attribution.Kind == AttributionKind.Indirect || !sources.TryGetValue(attribution.Id, out var source)) continue;
            foreach (var content in attribution.Content) utterances.Add(new Utterance(content, source, attribution.Kind == AttributionKind.Direct));
        }
        return utterances;
    }
}
