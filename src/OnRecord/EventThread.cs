namespace OnRecord;

/// <summary>One event with the places that report it, the earliest first. docs/design/threads.md says what makes two reports one event. Immutable.</summary>
public sealed record EventThread
{
    /// <summary>The key of its first report. That of any other report leads to it as well.</summary>
    public string Id => Reports[0].Key;

    /// <summary>The root code of PLOVER.</summary>
    public required EventCode Code { get; init; }

    /// <summary>How it was done; null where no report says.</summary>
    public string? Mode { get; init; }

    /// <summary>Who acts.</summary>
    public required Party Actor { get; init; }

    /// <summary>Who is acted upon.</summary>
    public required Party Recipient { get; init; }

    /// <summary>The day it happened; null where no report says.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How likely the code is, 0 to 1: the most of its reports.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where it is reported, at least one place.</summary>
    public required IReadOnlyList<Citation> Reports { get; init; }
}
