using System.Globalization;
using System.Text;
using OnRecord.Extract;
using OnRecord.Formats;

namespace OnRecord.Tests.Specs;

/// <summary>Writes quantities as the specifications show them.</summary>
internal static class FigureRendering
{
    public static string Quantities(string text) =>
        string.Join('\n', OnRecord.Extract.Quantities.Find(text, new TimeSetting { Published = TimeRendering.Wednesday }).Select(q => Line(text, q)));

    private static string Line(string text, Quantity quantity)
    {
        var line = new StringBuilder();
        line.Append(quantity.Span.Slice(text).ReplaceLineEndings(" ¶ ")).Append(' ').Append(Wording.Of(quantity.Comparison)).Append(' ');
        line.Append(quantity.Value is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : "?");
        if (quantity.Upper is { } upper) line.Append(" to ").Append(upper.ToString("0.####", CultureInfo.InvariantCulture));
        line.Append(' ').Append(quantity.Unit).Append(quantity.IsUnitAssumed ? "?" : "");
        if (quantity.Per is not null) line.Append(" per ").Append(quantity.Per);
        if (quantity.Change != Change.None) line.Append(", ").Append(Wording.Of(quantity.Change)).Append(' ').Append(Wording.Of(quantity.ChangeSense));
        if (quantity.Status != FigureStatus.Actual) line.Append(", ").Append(Wording.Of(quantity.Status));
        if (quantity.Of is { } of) line.Append(", of: ").Append(of.Slice(text));
        if (quantity.Period is { } period) line.Append(", period: ").Append(period.Slice(text));
        if (quantity.Unresolved is not null) line.Append(", why: ").Append(quantity.Unresolved);
        return line.ToString();
    }
}
