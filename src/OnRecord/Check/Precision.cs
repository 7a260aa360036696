using System.Globalization;

namespace OnRecord.Check;

/// <summary>How exact a figure is meant, by the way it is written.</summary>
internal static class Precision
{
    // "Two percent" could be 1.5 by its digits alone; nobody means that. Chosen, not tuned.
    private const decimal LargestPart = 0.05m;

    // What "about" and "some" allow. Chosen, not tuned.
    private const decimal PartOfAbout = 0.10m;

    /// <summary>
    /// How far from what is written a figure may lie and still be what is meant: half of the last place that is written, and
    /// no more than a twentieth; a tenth where it is said to be about so.
    /// </summary>
    /// <param name="written">The words of the figure.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isAbout">Whether the words say "about".</param>
    public static decimal Of(string written, decimal value, bool isAbout)
    {
        var size = Math.Abs(value);
        if (isAbout) return size * PartOfAbout;
        return Math.Min(LastPlace(written, size) / 2, size * LargestPart);
    }

    private static decimal LastPlace(string written, decimal size)
    {
        var start = written.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            // "Forty-one billion": the largest thousand, million or billion that goes into it.
            var thousands = 1m;
            while (thousands * 1000 <= size && size % (thousands * 1000) == 0) thousands *= 1000;
            return thousands;
        }
        var end = start;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || written[end] is '.' or ',' && end + 1 < written.Length && char.IsAsciiDigit(written[end + 1]))) end++;
        var digits = written[start..end].Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number == 0) return 0;
        var decimals = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? digits.Length - point - 1 : 0;
        var place = size / number;
        for (var i = 0; i < decimals; i++) place /= 10;
        return place;
    }
}
