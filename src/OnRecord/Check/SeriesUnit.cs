using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Check;

/// <summary>A unit as a person writes it, read as the one by which figures are told.</summary>
/// <param name="Unit">As in <see cref="Quantity.Unit"/>.</param>
/// <param name="Scale">What each figure is multiplied by.</param>
/// <param name="Prices">In which prices money is given, "constant 2023 prices"; null where nothing is said.</param>
internal readonly record struct SeriesUnit(string Unit, decimal Scale, string? Prices)
{
    public const string ShareOfProduct = "percent-of-gdp";
    public const string Percent = "percent";

    private const int LongestUnit = 30;

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["thousand"] = 1e3m, ["thousands"] = 1e3m,
        ["million"] = 1e6m, ["millions"] = 1e6m, ["mn"] = 1e6m, ["m"] = 1e6m,
        ["billion"] = 1e9m, ["billions"] = 1e9m, ["bn"] = 1e9m,
        ["trillion"] = 1e12m, ["trillions"] = 1e12m,
    };

    public bool IsShare => Unit is ShareOfProduct or Percent;

    /// <exception cref="OnRecordException">OR6105: it is no unit.</exception>
    public static SeriesUnit Read(string file, string written)
    {
        var words = written.Replace("%", " percent ", StringComparison.Ordinal).Replace("US$", " USD ", StringComparison.OrdinalIgnoreCase).Replace('(', ' ').Replace(')', ' ').Replace(',', ' ')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var scale = 1m;
        var prices = new List<string>();
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var word = words[i].ToLowerInvariant();
            if (Scales.TryGetValue(word, out var factor)) scale *= factor;
            else if (word is "constant" or "current" || word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)) prices.Insert(0, word);
            else if (word is not ("of" or "in" or "prices" or "annual")) continue;
            words.RemoveAt(i);
        }
        var unit = string.Join(' ', words).ToLowerInvariant() switch
        {
            "percent-of-gdp" or "percent gdp" or "per cent gdp" or "share gdp" or "percentage gdp" => ShareOfProduct,
            "percent" or "per cent" or "percentage" => Percent,
            "us dollar" or "us dollars" or "dollar" or "dollars" or "$" => "USD",
            "euro" or "euros" or "€" => "EUR",
            "pound" or "pounds" or "£" => "GBP",
            "people" or "persons" or "person" => "person",
            _ when words.Count == 1 && words[0].Length == 3 && words[0].All(char.IsAsciiLetterUpper) => words[0],
            _ when words.Count == 1 && words[0].Length is > 1 and <= LongestUnit && words[0].All(c => char.IsAsciiLetterLower(c) || c == '-') => words[0],
            _ => throw SeriesErrors.Unit(file, $"'{written}' is no unit"),
        };
        return new SeriesUnit(unit, scale, prices.Count == 0 ? null : string.Join(' ', prices) + " prices");
    }
}
