namespace OnRecord.Extract;

/// <summary>The spans that make an attribution.</summary>
internal sealed class RoleGroup
{
    public RoleSpan? Source { get; set; }

    public RoleSpan? Cue { get; init; }

    public List<RoleSpan> Contents { get; } = [];

    public float LinkConfidence { get; set; } = 1;

    /// <summary>The group whose quotation goes on here; null where this has a cue of its own.</summary>
    public RoleGroup? Continues { get; init; }

    /// <summary>The attribution in whose content this one stands; null for an outer one.</summary>
    public RoleGroup? Inside { get; set; }

    /// <summary>Whether this stands inside a quotation, whose marks say nothing of it.</summary>
    public bool IsQuotedInside { get; set; }

    /// <summary>Whether this is a turn of a transcript: its words are the speaker's own, without quotation marks.</summary>
    public bool IsTurn { get; init; }

    /// <summary>How often such a one is right, where syntax alone has found it; null where the confidence of its parts says so.</summary>
    public double? Right { get; init; }

    /// <summary>An attribution that syntax or layout alone has found.</summary>
    /// <param name="source">The first token of the source, and the one after its last; the cue and the content likewise.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="content">The content.</param>
    /// <param name="right">How often such a one is right.</param>
    public static RoleGroup OfSyntax((int First, int End) source, (int First, int End) cue, (int First, int End) content, double right) => new()
    {
        Source = new RoleSpan(Role.SourceBegins, source.First, source.End, 1),
        Cue = new RoleSpan(Role.CueBegins, cue.First, cue.End, 1),
        Contents = { new RoleSpan(Role.ContentBegins, content.First, content.End, 1) },
        Right = right,
    };

    /// <summary>Every part.</summary>
    public IEnumerable<RoleSpan> Spans
    {
        get
        {
            if (Source is { } source) yield return source;
            if (Cue is { } cue) yield return cue;
            foreach (var content in Contents) yield return content;
        }
    }

    /// <summary>How many attributions this stands inside.</summary>
    public int Depth => Inside is null ? 0 : Inside.Depth + 1;

    /// <summary>The first token of any part.</summary>
    public int First => Math.Min(Contents.Min(c => c.First), Math.Min(Cue?.First ?? int.MaxValue, Source?.First ?? int.MaxValue));

    /// <summary>How sure the parts and their links are: the least sure part bounds the whole.</summary>
    public float Confidence => Math.Min(Contents.Min(c => c.Confidence), Math.Min(Cue?.Confidence ?? 1, Source?.Confidence ?? 1)) * LinkConfidence;
}
