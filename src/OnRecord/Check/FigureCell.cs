using System.Globalization;
using OnRecord.Check.Tables;

namespace OnRecord.Check;

/// <summary>What a cell of figures says.</summary>
/// <param name="Value">The figure; null for a gap.</param>
/// <param name="IsEstimate">Whether it is marked as an estimate.</param>
/// <param name="IsPercentage">Whether it says itself that it is a percentage.</param>
internal readonly record struct FigureCell(decimal? Value, bool IsEstimate, bool IsPercentage)
{
    // What statistical offices write where they have no figure; SIPRI has '. .' for none and 'xxx' for a country that was none.
    private static readonly HashSet<string> Gaps = new(StringComparer.OrdinalIgnoreCase) { "", "..", ". .", "...", "…", "xxx", "n/a", "na", "n.a.", "-", "–", "—", ":", "null", "none", "nan" };

    private static readonly string[] Marks = ["(est.)", "(est)", "est.", "est", "*", "†", " e", " p", " f", "e"];

    /// <summary>Whether nothing at all stands in the cell, not even that there is no figure.</summary>
    public static bool IsBlank(TableCell cell) => cell.Text.Length == 0 && !cell.IsFormula;

    /// <summary>Reads a cell; null where it is neither a figure nor a gap.</summary>
    public static FigureCell? Read(TableCell cell, bool hasDecimalComma)
    {
        var text = cell.Text;
        // An apostrophe keeps a spreadsheet from taking what begins with a hyphen for a formula.
        if (text.StartsWith("'-", StringComparison.Ordinal)) text = text[1..];
        if (Gaps.Contains(text)) return new FigureCell(null, false, false);
        var isEstimate = cell.IsEstimate;
        if (text.Length > 2 && text[0] == '[' && text[^1] == ']') (text, isEstimate) = (text[1..^1].Trim(), true);
        foreach (var mark in Marks)
        {
            if (text.Length <= mark.Length || !text.EndsWith(mark, StringComparison.OrdinalIgnoreCase)) continue;
            (text, isEstimate) = (text[..^mark.Length].TrimEnd(), true);
            break;
        }
        var isPercentage = text.EndsWith('%');
        if (isPercentage) text = text[..^1].TrimEnd();
        if (Number(text, hasDecimalComma) is not { } value) return null;
        return cell.IsPercentage ? new FigureCell(value * 100, isEstimate, true) : new FigureCell(value, isEstimate, isPercentage);
    }

    private static decimal? Number(string text, bool hasDecimalComma)
    {
        text = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace('\u2212', '-');
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
        {
            var isDecimal = hasDecimalComma && comma == text.LastIndexOf(',') && !text.Contains('.', StringComparison.Ordinal);
            if (isDecimal) text = text.Replace(',', '.');
            else if (HasGroups(text)) text = text.Replace(",", "", StringComparison.Ordinal);
            else return null;
        }
        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // "1,234,567.8": three digits after each comma. "1,5" could be fifteen or one and a half, and is neither.
    private static bool HasGroups(string text)
    {
        var whole = text.Split('.')[0];
        var groups = whole.Split(',');
        return groups[0].TrimStart('-').Length is 1 or 2 or 3 && groups.Skip(1).All(group => group.Length == 3 && group.All(char.IsAsciiDigit));
    }
}
