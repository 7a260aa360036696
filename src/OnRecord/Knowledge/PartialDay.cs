using System.Globalization;
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
    public static PartialDay? Read(string written)
    {
        if (written.Length == 0) return null;
        if (written.Length == 4 && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            return new PartialDay(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }
        if (written.Length == 7 && DateOnly.TryParseExact(written + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new PartialDay(month, month.AddMonths(1).AddDays(-1));
        }
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PartialDay(day, day)
            : throw new FormatException($"'{written}' is no day (2019-04-03), month (2019-04) or year (2019)");
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDay other) => Earliest != other.Earliest ? Earliest.CompareTo(other.Earliest) : Latest.CompareTo(other.Latest);
}
