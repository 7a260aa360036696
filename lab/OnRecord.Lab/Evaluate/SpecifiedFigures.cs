using System.Globalization;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// The share of phrases whose figures are resolved as the specifications say: each expected value is found where it stands,
/// with its unit for money and dimensions, and no further one. Units are compared by the names in <see cref="Units"/>.
/// </summary>
internal static class SpecifiedFigures
{
    // The specifications' names for units whose name here is not the same in small letters.
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Dollar"] = "USD", ["Pound"] = "pound", ["Cent"] = "USD", ["Pence"] = "GBP", ["Franc"] = "CHF", ["Yen"] = "JPY", ["Rupee"] = "INR", ["Peso"] = "MXN", ["Peseta"] = "ESP", ["Finnish markka"] = "FIM", ["Foot"] = "foot", ["Metric ton"] = "tonne",
        ["Kilometer"] = "kilometre", ["Meter"] = "metre", ["Centimeter"] = "centimetre", ["Millimeter"] = "millimetre", ["Decimeter"] = "decimetre", ["Liter"] = "litre", ["Milliliter"] = "millilitre", ["Square kilometer"] = "square kilometre", ["Square meter"] = "square metre", ["Kilometer per hour"] = "kilometre per hour", ["Cubic meter"] = "cubic metre", ["Meter per second"] = "metre per second",
    };

    public static void Score(string folder, List<Metric> metrics, TextWriter? errors)
    {
        metrics.Add(One(folder, "Number/English/NumberModel.json", "numbers", Numbers, errors));
        metrics.Add(One(folder, "NumberWithUnit/English/CurrencyModel.json", "currency", t => Measured(t, true), errors));
        metrics.Add(One(folder, "NumberWithUnit/English/DimensionModel.json", "dimension", t => Measured(t, false), errors));
    }

    private static Metric One(string folder, string file, string name, Func<string, List<(TextSpan Span, decimal? Value, string Unit)>> read, TextWriter? errors)
    {
        var phrases = SpecifiedPhrases.Read(folder, file);
        var right = 0;
        foreach (var phrase in phrases)
        {
            var own = read(phrase.Text);
            // A unit without a number is a result there and none here.
            var expected = phrase.Results.Where(r => r.Resolutions.Count > 0 && r.Resolutions[0].ContainsKey("value")).ToList();
            if (own.Count == expected.Count && expected.All(r => own.Any(o => IsSame(r, o, phrase.Text)))) right++;
            else errors?.WriteLine($"{name}  {phrase.Text} | {string.Join("; ", expected.Select(r => string.Join(' ', r.Resolutions[0].Values)))} | own {string.Join("; ", own.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Value} {o.Unit} [{o.Span.Slice(phrase.Text)}]")))}");
        }
        return new Metric("recognizers", name, (double)right / phrases.Count, phrases.Count);
    }

    private static bool IsSame(SpecifiedResult result, (TextSpan Span, decimal? Value, string Unit) own, string text)
    {
        var fields = result.Resolutions[0];
        if (result.Start is { } start && !own.Span.Overlaps(new TextSpan(start, Math.Max(start + 1, result.End ?? text.Length)))) return false;
        if (!double.TryParse(fields["value"], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || own.Value is not { } found) return false;
        if (fields.TryGetValue("unit", out var unit) && unit is "Cent" or "Pence") value /= 100;
        if (Math.Abs((double)found - value) > Math.Abs(value) * 1e-6) return false;
        if (unit is null) return true;
        var wanted = fields.TryGetValue("isoCurrency", out var iso) && iso.Length > 0 ? iso : Units.GetValueOrDefault(unit, unit);
        return own.Unit.Equals(wanted, StringComparison.OrdinalIgnoreCase) || unit == "Pound" && own.Unit is "GBP" or "pound" || unit == "Ton" && own.Unit == "tonne" || Currency(unit) == own.Unit;
    }

    // "Hong Kong dollar" has no code in the file where several nations share the name; the system's own reading names one.
    private static string? Currency(string unit) => Quantities.Find("5 " + unit) is [{ Kind: QuantityKind.Money, Unit: var code }] ? code : null;

    private static List<(TextSpan, decimal?, string)> Numbers(string text) =>
        [.. Numerals.Find(text).Select(n => (n.Span, n.Value, ""))];

    private static List<(TextSpan, decimal?, string)> Measured(string text, bool isMoney) =>
        [.. Quantities.Find(text).Where(q => isMoney ? q.Kind == QuantityKind.Money : q.Kind is QuantityKind.Length or QuantityKind.Area or QuantityKind.Volume or QuantityKind.Mass or QuantityKind.Speed or QuantityKind.Energy or QuantityKind.Information or QuantityKind.Angle)
            .Select(q => (q.Span, q.Value, q.Unit))];
}
