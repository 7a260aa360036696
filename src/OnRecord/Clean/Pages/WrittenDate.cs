using System.Globalization;
using System.Text.RegularExpressions;

namespace OnRecord.Clean.Pages;

/// <summary>Reads days as pages write them: in ISO 8601, in figures, with names of months in the languages of the press.</summary>
internal static partial class WrittenDate
{
    // Before this no page stood on the web; what says otherwise is a counter or a default value.
    private const int FirstYear = 1995;
    private const int LastYear = 2100;
    private const int Longest = 400;

    private static readonly string[][] MonthNames =
    [
        ["jan", "january", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "styczeń", "stycznia", "января", "ocak"],
        ["feb", "february", "februar", "feber", "février", "févr", "fevrier", "febrero", "febbraio", "fevereiro", "fev", "februari", "lutego", "февраля", "şubat"],
        ["mar", "march", "märz", "maerz", "mrz", "mär", "mars", "marzo", "março", "maart", "mrt", "marca", "марта", "mart"],
        ["apr", "april", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "апреля", "nisan"],
        ["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "maja", "мая", "mayıs"],
        ["jun", "june", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwca", "июня", "haziran"],
        ["jul", "july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipca", "июля", "temmuz"],
        ["aug", "august", "août", "aout", "agosto", "ago", "augustus", "sierpnia", "августа", "ağustos", "augusti"],
        ["sep", "sept", "september", "septembre", "septiembre", "settembre", "set", "setembro", "września", "сентября", "eylül"],
        ["oct", "october", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "października", "октября", "ekim"],
        ["nov", "november", "novembre", "noviembre", "novembro", "listopada", "ноября", "kasım"],
        ["dec", "december", "dezember", "dez", "décembre", "déc", "decembre", "diciembre", "dic", "dicembre", "dezembro", "grudnia", "декабря", "aralık"],
    ];

    private static readonly Dictionary<string, int> Months = MonthNames.SelectMany((names, i) => names.Select(name => (name, i + 1))).ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The day of a value that is meant to be a date and nothing else; null where it is none.</summary>
    internal static DateOnly? Whole(string? value, string? language) => value is { Length: <= 80 } ? Within(value, language) : null;

    /// <summary>The first day written in a text, by the surest way of writing it; null where there is none.</summary>
    internal static DateOnly? Within(string? text, string? language)
    {
        if (text is null)
            return null;
        if (text.Length > Longest)
            text = text[..Longest];
        foreach (Match match in Iso.Matches(text))
        {
            if (Day(match, "y", "m", "d") is { } day)
                return day;
        }
        foreach (Match match in DayMonthYear.Matches(text))
        {
            if (Named(match) is { } day)
                return day;
        }
        foreach (Match match in MonthDayYear.Matches(text))
        {
            if (Named(match) is { } day)
                return day;
        }
        foreach (Match match in Figures.Matches(text))
        {
            if (InFigures(match, language) is { } day)
                return day;
        }
        foreach (Match match in Compact.Matches(text))
        {
            if (Day(match, "y", "m", "d") is { } day)
                return day;
        }
        return null;
    }

    /// <summary>The day in the path of an address, such as <c>/2019/04/03/</c>; null where there is none.</summary>
    internal static DateOnly? InPath(string path)
    {
        var match = Path.Match(path.Length > Longest ? path[..Longest] : path);
        return match.Success ? Day(match, "y", "m", "d") : null;
    }

    private static DateOnly? Day(Match match, string year, string month, string day) =>
        Day(Number(match, year), Number(match, month), Number(match, day));

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Named(Match match) =>
        Months.TryGetValue(match.Groups["m"].Value.ToLowerInvariant(), out var month) ? Day(Number(match, "y"), month, Number(match, "d")) : null;

    private static DateOnly? InFigures(Match match, string? language)
    {
        int first = Number(match, "a"), second = Number(match, "b"), year = Number(match, "y");
        if (match.Groups["y"].Length == 2)
            year += 2000;
        // With dots the day comes first everywhere; with strokes it does so everywhere but in the United States, and where
        // the page does not say which of the two it is, a day that could be either is left open.
        var monthFirst = match.Groups["s"].Value == "/" && language is not null && language.EndsWith("-US", StringComparison.OrdinalIgnoreCase);
        if (second > 12)
            return Day(year, first, second);
        if (first > 12 || first == second || match.Groups["s"].Value == ".")
            return Day(year, second, first);
        if (language is null || language.Equals("en", StringComparison.OrdinalIgnoreCase))
            return null;
        return monthFirst ? Day(year, first, second) : Day(year, second, first);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<!\d)(?<y>(19|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)", Options, 60_000)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(st|nd|rd|th|er|º|\.)?[\s\u00A0-]*(de |of |di )?(?<m>\p{L}{3,12})\.?,?[\s\u00A0-]*(de |del )?(?<y>(19|20)\d\d)(?!\d)", Options, 60_000)]
    private static partial Regex DayMonthYear { get; }

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3,12})\.?[\s\u00A0]+(?<d>\d{1,2})(st|nd|rd|th)?,?[\s\u00A0]+(at |\d{1,2}:\d\d\s?([ap]\.?m\.?)?,?\s+)?(?<y>(19|20)\d\d)(?!\d)", Options, 60_000)]
    private static partial Regex MonthDayYear { get; }

    [GeneratedRegex(@"(?<![\d.])(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})\k<s>(?<y>(19|20)\d\d|\d\d)(?![\d.]\d|\d)", Options, 60_000)]
    private static partial Regex Figures { get; }

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))(?!\d{7,})", Options, 60_000)]
    private static partial Regex Compact { get; }

    [GeneratedRegex(@"/(?<y>(19|20)\d\d)[-/_](?<m>\d{1,2})[-/_](?<d>\d{1,2})(?=[-/_.]|$)|[-/_](?<y>20\d\d)-?(?<m>0[1-9]|1[0-2])-?(?<d>0[1-9]|[12]\d|3[01])(?=[-/_.]|$)", Options, 60_000)]
    private static partial Regex Path { get; }
}
