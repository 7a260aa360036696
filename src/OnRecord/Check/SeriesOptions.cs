namespace OnRecord.Check;

/// <summary>
/// What is said of a file of figures besides its cells. A file may say the same itself, in lines before its header
/// (<c># measure: defence expenditure</c>) or as properties of its JSON; what stands here stands over that.
/// </summary>
public sealed class SeriesOptions
{
    /// <summary>What to call the series; null for the file's name without its ending.</summary>
    public string? Name { get; init; }

    /// <summary>What is measured, in words; null where the file says it.</summary>
    public string? Measure { get; init; }

    /// <summary>The unit, with a scale where the figures have one ("million USD"); null where the file says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Who published it, and where; null where the file says it.</summary>
    public string? Source { get; init; }

    /// <summary>Under which terms it may be used; null where the file says it.</summary>
    public string? Terms { get; init; }

    /// <summary>The day it was fetched from its source; null where the file says it.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>The sheet of a workbook; null where it has one table.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column of figures, or the indicator, of a file that has several; null where it has one.</summary>
    public string? Column { get; init; }

    /// <summary>Whether rows of places that the knowledge does not have are left out, and counted, rather than refused.</summary>
    public bool SkipsUnknown { get; init; }
}
