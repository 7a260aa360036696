using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>One row of a table of facts.</summary>
internal sealed class FactRow(FactTable table, int line, string[] cells)
{
    public int Line => line;

    /// <summary>A cell; empty where the row or the table does not have it.</summary>
    public string this[string column] => table.Column(column) is >= 0 and var i && i < cells.Length ? cells[i] : "";

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
            return PartialDay.Read(this[column]);
        }
        catch (FormatException error)
        {
            throw Wrong($"is wrong in '{column}': {error.Message}");
        }
    }

    public OnRecordException Wrong(string what) => FactTable.Wrong(table.Name, Line, what);
}
