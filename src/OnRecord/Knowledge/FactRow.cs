using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>One row of a table of facts. A cell becomes a string of its own only where it is asked for as one.</summary>
/// <param name="table">The table.</param>
/// <param name="line">The number of its line.</param>
/// <param name="text">The line, cells apart by tabs.</param>
internal readonly struct FactRow(FactTable table, int line, ReadOnlyMemory<char> text)
{
    public int Line => line;

    /// <summary>A cell; empty where the row or the table does not have it.</summary>
    public string this[string column] => Cell(column) is { IsEmpty: false } cell ? cell.ToString() : "";

    /// <summary>The characters of a cell; none where the row or the table does not have it.</summary>
    public ReadOnlySpan<char> Cell(string column)
    {
        var cell = table.Column(column);
        if (cell < 0) return [];
        var rest = text.Span;
        for (; cell > 0; cell--)
        {
            var tab = rest.IndexOf('\t');
            if (tab < 0) return [];
            rest = rest[(tab + 1)..];
        }
        return rest.IndexOf('\t') is >= 0 and var end ? rest[..end] : rest;
    }

    /// <summary>A cell that must not be empty.</summary>
    /// <exception cref="OnRecordException">OR6001: it is.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } cell ? cell : throw Wrong($"has no '{column}'");

    /// <summary>A cell; null where it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    /// <summary>The pieces of a cell, which semicolons part.</summary>
    public string[] List(string column) => this[column] is { Length: > 0 } cell
        ? cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>A day; null where it is not known.</summary>
    /// <exception cref="OnRecordException">OR6001: it is none.</exception>
    public PartialDay? Day(string column)
    {
        try
        {
            return PartialDay.Read(Cell(column));
        }
        catch (FormatException error)
        {
            throw Wrong($"is wrong in '{column}': {error.Message}");
        }
    }

    public OnRecordException Wrong(string what) => FactTable.Wrong(table.Name, Line, what);
}
