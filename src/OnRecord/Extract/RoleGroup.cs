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

    /// <summary>How many attributions this stands inside.</summary>
    public int Depth => Inside is null ? 0 : Inside.Depth + 1;

    /// <summary>The first token of any part.</summary>
    public int First => Math.Min(Contents.Min(c => c.First), Math.Min(Cue?.First ?? int.MaxValue, Source?.First ?? int.MaxValue));

    /// <summary>How sure the parts and their links are: the least sure part bounds the whole.</summary>
    public float Confidence => Math.Min(Contents.Min(c => c.Confidence), Math.Min(Cue?.Confidence ?? 1, Source?.Confidence ?? 1)) * LinkConfidence;
}
