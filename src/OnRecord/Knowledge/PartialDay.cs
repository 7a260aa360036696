using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>A day of which perhaps only the month or the year is known: <c>1999-12-31</c>, <c>1999-12</c>, <c>1999</c>.</summary>
/// <param name="Earliest">The first day it can be.</param>
/// <param name="Latest">The last day it can be.</param>
internal readonly record struct PartialDay(DateOnly Earliest, DateOnly Latest) : IComparable<PartialDay>
{
    /// <summary>Whether it is one day.</summary>
    public bool IsExact => Earliest == Latest;

    /// <summary>The day that is written; null for an empty text.</summary>
    /// <exception cref="FormatException">It is no day, month or year.</exception>
    public static PartialDay? Read(ReadOnlySpan<char> written)
    {
        // Thousands are read before the first article: digits are taken one by one.
        if (written.Length == 0) return null;
        var year = Number(written, 0, 4);
        var month = written.Length > 4 ? written[4] == '-' ? Number(written, 5, 2) : 0 : 1;
        var day = written.Length > 7 ? written[7] == '-' ? Number(written, 8, 2) : 0 : 1;
        if (written.Length is not (4 or 7 or 10) || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) throw new FormatException($"'{written}' is no day (2019-04-03), month (2019-04) or year (2019)");
        var first = new DateOnly(year, month, day);
        return new PartialDay(first, written.Length switch { 4 => new DateOnly(year, 12, 31), 7 => new DateOnly(year, month, DateTime.DaysInMonth(year, month)), _ => first });
    }

    /// <summary>As it is written: 2019-04-03, 2019-04 or 2019.</summary>
    public override string ToString() => Earliest.ToString(IsExact ? "yyyy-MM-dd" : Earliest.Year == Latest.Year && Earliest.Month == Latest.Month ? "yyyy-MM" : "yyyy", System.Globalization.CultureInfo.InvariantCulture);

    // Nought where there are not so many digits.
    private static int Number(ReadOnlySpan<char> written, int start, int digits)
    {
        if (written.Length < start + digits) return 0;
        var number = 0;
        for (var i = start; i < start + digits; i++)
        {
            if (!char.IsAsciiDigit(written[i])) return 0;
            number = number * 10 + (written[i] - '0');
        }
        return number;
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDay other) => Earliest != other.Earliest ? Earliest.CompareTo(other.Earliest) : Latest.CompareTo(other.Latest);
}
