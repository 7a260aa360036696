using OnRecord.Knowledge;
using OnRecord.Language.Text;

namespace OnRecord.Check;

/// <summary>A figure of a claim with what stands around it.</summary>
internal sealed class ClaimSetting(Reading reading, Claim claim, Quantity quantity, WorldKnowledge world)
{
    // Words by which a clause does not say that it is so.
    private static readonly string[] Unasserted = ["not", "never", "no", "neither", "nor", "without", "if", "unless", "whether", "would", "could", "might", "may", "fail", "fails", "failed", "refuse", "refused", "cannot"];

    private readonly string text = reading.Article?.Text ?? "";

    public Quantity Quantity => quantity;

    public WorldKnowledge World => world;

    public IReadOnlyList<Entity> Entities => reading.Entities;

    public decimal Value => quantity.Value!.Value;

    /// <summary>The words of the figure, with plain spaces.</summary>
    public string Words => Plain(quantity.Span);

    /// <summary>The day on which the claim was made: that of the statement it stands in, or that of publication; null where not known.</summary>
    public DateOnly? Day => (claim.Attribution is { } id ? reading.Attributions.FirstOrDefault(a => a.Id == id)?.When : null) ?? reading.Article?.Published;

    /// <summary>The time the figure covers; null where none stands in its clause.</summary>
    public Timex? Time => quantity.Period is { } period ? reading.Times.FirstOrDefault(t => t.Span.Overlaps(period)) : null;

    /// <summary>Whether the words say that it is so: in a clause without a denial or a supposition, and in no statement that denies, rejects or asks.</summary>
    public bool IsAsserted
    {
        get
        {
            var act = claim.Attribution is { } id ? reading.Attributions.FirstOrDefault(a => a.Id == id)?.Act : null;
            // The act is that of a whole statement. One that promises or predicts may well assert beside that, "spent 41 billion,
            // and will spend more", and what is to come is told by its own clause.
            if (act is Act.Deny or Act.Reject or Act.Ask) return false;
            var clause = quantity.Clause is { } span ? Plain(span) : Before + " " + Words + After;
            return clause.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !Unasserted.Contains(word.TrimEnd(',', '.').ToLowerInvariant(), StringComparer.Ordinal) && !word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("n\u2019t", StringComparison.OrdinalIgnoreCase)) && !clause.TrimEnd().EndsWith('?');
        }
    }

    /// <summary>The words between the beginning of the sentence or paragraph and the figure, with plain spaces.</summary>
    public string Before => Plain(new TextSpan(Edge(quantity.Span.Start, -1), quantity.Span.Start));

    /// <summary>The words between the figure and the end of the sentence or paragraph, with plain spaces.</summary>
    public string After => Plain(new TextSpan(quantity.Span.End, Edge(quantity.Span.End, 1)));

    public string Plain(TextSpan? span) => span is { } words ? words.Slice(text).Replace('\u00A0', ' ').Replace('\n', ' ') : "";

    /// <summary>The words from a place to the end of the sentence or paragraph, with plain spaces.</summary>
    public string PlainFrom(int start) => Plain(new TextSpan(start, Edge(start, 1)));

    /// <summary>The entity that words speak of, with the widest mention of it that shares words with them; null where there is none.</summary>
    public (Entity Entity, TextSpan Span)? MentionAt(TextSpan span, Func<Entity, bool> isMeant)
    {
        var mentions = reading.Entities.Where(isMeant)
            .SelectMany(e => e.Mentions.Where(m => m.Span.Overlaps(span)).Select(m => (Entity: e, m.Span)))
            .OrderByDescending(pair => pair.Span.Length).ThenBy(pair => pair.Span.Start).Take(1).ToList();
        return mentions.Count == 0 ? null : mentions[0];
    }

    /// <summary>The words without the names of those in them: "Germany's defence spending" is "'s defence spending".</summary>
    public string WithoutNames(TextSpan? span)
    {
        if (span is not { } words) return "";
        var letters = words.Slice(text).ToCharArray();
        foreach (var mention in reading.Entities.Where(IsSomebody).SelectMany(e => e.Mentions).Where(m => m.Span.Overlaps(words)))
        {
            for (var i = Math.Max(mention.Span.Start, words.Start); i < Math.Min(mention.Span.End, words.End); i++) letters[i - words.Start] = ' ';
        }
        return new string(letters).Replace('\u00A0', ' ');
    }

    public Finding Found(FindingVerdict verdict, string? reason, string summary) => new() { Item = claim.Id, Span = quantity.Span, Verdict = verdict, Reason = reason, Summary = summary };

    public Finding CannotTell(string reason, string summary) => Found(FindingVerdict.CannotTell, reason, summary);

    // Entities that are somebody: "GDP" and "European" are marked as names, too, and are no one's.
    private static bool IsSomebody(Entity entity) => entity.Knowledge is not null || entity.Members.Count > 0;

    private int Edge(int from, int step)
    {
        var at = from;
        while (at > 0 && at < text.Length)
        {
            var c = step < 0 ? text[at - 1] : text[at];
            // A full stop ends a sentence where a space follows: "1.5" has none.
            if (c is '\n' or ';' || c == '.' && (step < 0 ? at < text.Length && char.IsWhiteSpace(text[at]) : at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]))) break;
            at += step;
        }
        return at;
    }
}
