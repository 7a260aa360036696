using System.Text;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>One row of a table of facts. A cell becomes a string of its own only where it is asked for as one.</summary>
/// <param name="table">The table.</param>
/// <param name="line">The number of its line.</param>
/// <param name="start">Where it begins in the table's text.</param>
/// <param name="length">How long it is.</param>
internal readonly struct FactRow(FactTable table, int line, int start, int length)
{
    public int Line => line;

    /// <summary>A cell; empty where the row or the table does not have it.</summary>
    public string this[string column] => Encoding.UTF8.GetString(Cell(column));

    /// <summary>The bytes of a cell; none where the row or the table does not have it.</summary>
    public ReadOnlySpan<byte> Cell(string column)
    {
        var cell = table.Column(column);
        if (cell < 0) return [];
        var rest = table.Text.Slice(start, length);
        for (; cell > 0; cell--)
        {
            var tab = rest.IndexOf((byte)'\t');
            if (tab < 0) return [];
            rest = rest[(tab + 1)..];
        }
        return rest.IndexOf((byte)'\t') is >= 0 and var end ? rest[..end] : rest;
    }

    /// <summary>The bytes of a cell that must not be empty.</summary>
    /// <exception cref="OnRecordException">OR6001: it is.</exception>
    public ReadOnlySpan<byte> RequiredCell(string column)
    {
        var cell = Cell(column);
        return cell.Length > 0 ? cell : throw Wrong($"has no '{column}'");
    }

    /// <summary>A cell that must not be empty.</summary>
    /// <exception cref="OnRecordException">OR6001: it is.</exception>
    public string Required(string column) => Encoding.UTF8.GetString(RequiredCell(column));

    /// <summary>A cell; null where it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    /// <summary>Whether a cell says yes.</summary>
    public bool IsYes(string column) => Cell(column).SequenceEqual("yes"u8);

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
