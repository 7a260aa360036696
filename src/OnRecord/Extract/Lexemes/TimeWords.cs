using OnRecord.Extract.Times;

namespace OnRecord.Extract.Lexemes;

/// <summary>Words that times are written with.</summary>
internal static class TimeWords
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static void AddTo(LexiconBuilder words)
    {
        for (var i = 0; i < 12; i++) Named(words, Months[i], WordClass.Month, i + 1);
        foreach (var (text, month) in (ReadOnlySpan<(string, int)>)[("jan", 1), ("feb", 2), ("febr", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12)])
        {
            Named(words, text, WordClass.Month | WordClass.CutShort, month);
        }
        for (var i = 0; i < 7; i++)
        {
            Named(words, Weekdays[i], WordClass.Weekday, i + 1);
            Named(words, Weekdays[i] + "s", WordClass.Weekday | WordClass.Plural, i + 1);
        }
        foreach (var (text, day) in (ReadOnlySpan<(string, int)>)[("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5), ("sat", 6), ("sun", 7)])
        {
            Named(words, text, WordClass.Weekday | WordClass.CutShort, day);
        }

        Unit(words, "second", TimeUnit.Second, Term.Second);
        Unit(words, "minute", TimeUnit.Minute);
        Unit(words, "hour", TimeUnit.Hour);
        Unit(words, "day", TimeUnit.Day, Term.Day);
        Unit(words, "week", TimeUnit.Week, Term.Week);
        Unit(words, "fortnight", TimeUnit.Fortnight);
        Unit(words, "weekend", TimeUnit.Weekend, Term.Weekend);
        Unit(words, "month", TimeUnit.Month);
        Unit(words, "quarter", TimeUnit.Quarter, Term.Quarter);
        Unit(words, "semester", TimeUnit.Half);
        Unit(words, "year", TimeUnit.Year, Term.Year);
        Unit(words, "decade", TimeUnit.Decade, Term.Decade);
        Unit(words, "century", TimeUnit.Century, Term.Century);
        Unit(words, "millennium", TimeUnit.Millennium);
        Short(words, "centuries", TimeUnit.Century, WordClass.Plural);
        Short(words, "millennia", TimeUnit.Millennium, WordClass.Plural);
        foreach (var (text, unit) in (ReadOnlySpan<(string, TimeUnit)>)[("sec", TimeUnit.Second), ("secs", TimeUnit.Second), ("min", TimeUnit.Minute), ("mins", TimeUnit.Minute), ("hr", TimeUnit.Hour), ("hrs", TimeUnit.Hour), ("h", TimeUnit.Hour), ("yr", TimeUnit.Year), ("yrs", TimeUnit.Year), ("mo", TimeUnit.Month), ("mos", TimeUnit.Month), ("wk", TimeUnit.Week), ("wks", TimeUnit.Week)])
        {
            Short(words, text, unit, WordClass.CutShort);
        }
        words.Add("h", WordClass.None).Term = Term.H;

        foreach (var (text, sign, number) in (ReadOnlySpan<(string, string, int)>)[("spring", "SP", 1), ("summer", "SU", 2), ("fall", "FA", 3), ("autumn", "FA", 3), ("winter", "WI", 4)])
        {
            var word = words.Add(text, WordClass.Season | WordClass.OpensTime);
            word.Sign = sign;
            word.Number = number;
        }
        foreach (var text in (string[])["springs", "summers", "winters", "autumns"])
        {
            words.Add(text, WordClass.Season | WordClass.Plural | WordClass.OpensTime).Sign = words.Add(text[..^1], WordClass.None).Sign;
        }
        foreach (var (text, sign) in (ReadOnlySpan<(string, string)>)[("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"), ("nighttime", "NI"), ("daytime", "DT")])
        {
            var word = words.Add(text, WordClass.DayPart | WordClass.OpensTime);
            word.Sign = sign;
            if (sign == "DT") continue;
            words.Add(text + "s", WordClass.DayPart | WordClass.Plural | WordClass.OpensTime).Sign = sign;
        }
        words.Add("afternoon", WordClass.None).Term = Term.Afternoon;
        foreach (var (text, sign, term) in (ReadOnlySpan<(string, string, Term)>)[("noon", "T12:00", Term.Noon), ("midday", "T12:00", Term.Noon), ("noontime", "T12:00", Term.Noon), ("midnight", "T00:00", Term.Midnight)])
        {
            var word = words.Add(text, WordClass.OpensTime);
            word.Sign = sign;
            word.Term = term;
        }
        Deictic(words, "now nowadays currently", "PRESENT_REF");
        Deictic(words, "recently lately", "PAST_REF");
        Deictic(words, "soon", "FUTURE_REF");
        Deictic(words, "today", "+0");
        Deictic(words, "yesterday", "-1");
        Deictic(words, "tomorrow", "+1");
        Deictic(words, "tonight", "NI");
        Deictic(words, "tonite", "NI");
        Deictic(words, "overnight", "ON");
        Deictic(words, "hourly", "PT1H");
        Deictic(words, "daily", "P1D");
        Deictic(words, "nightly", "P1D");
        Deictic(words, "weekly", "P1W");
        Deictic(words, "biweekly", "P2W");
        Deictic(words, "fortnightly", "P2W");
        Deictic(words, "monthly", "P1M");
        Deictic(words, "bimonthly", "P2M");
        Deictic(words, "annually", "P1Y");
        Deictic(words, "yearly", "P1Y");
        Deictic(words, "annual", "P1Y");
        Deictic(words, "biannually", "P6M");
        Deictic(words, "semiannually", "P6M");
        Deictic(words, "biennially", "P2Y");
        words.Add("now", WordClass.None).Term = Term.Now;
        words.Add("soon", WordClass.None).Term = Term.Soon;
        words.Add("overnight", WordClass.None).Term = Term.Overnight;
        foreach (var (text, number) in (ReadOnlySpan<(string, int)>)[("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60), ("seventies", 70), ("eighties", 80), ("nineties", 90), ("noughties", 0)])
        {
            var word = words.Add(text, WordClass.OpensTime | WordClass.Tens | WordClass.Plural);
            word.Number = number;
        }
        foreach (var (text, zone) in (ReadOnlySpan<(string, string)>)[("gmt", "Z"), ("utc", "Z"), ("est", "-05:00"), ("edt", "-04:00"), ("cst", "-06:00"), ("cdt", "-05:00"), ("mst", "-07:00"), ("mdt", "-06:00"), ("pst", "-08:00"), ("pdt", "-07:00"), ("bst", "+01:00"), ("cet", "+01:00"), ("cest", "+02:00"), ("eet", "+02:00"), ("msk", "+03:00"), ("jst", "+09:00"), ("ist", "+05:30"), ("hkt", "+08:00"), ("aest", "+10:00")])
        {
            words.Add(text, WordClass.None).Sign = zone;
            words.Add(text, WordClass.None).Term = Term.Utc;
        }
        Holidays.AddTo(words);
    }

    private static void Named(LexiconBuilder words, string text, WordClass wordClass, int number) =>
        words.Add(text, wordClass | WordClass.OpensTime).Number = number;

    private static void Unit(LexiconBuilder words, string text, TimeUnit unit, Term term = Term.None)
    {
        var word = words.Add(text, WordClass.TimeUnit | WordClass.OpensTime);
        word.Unit = unit;
        if (term != Term.None) word.Term = term;
        if (text.EndsWith('y') && !text.EndsWith("ay", StringComparison.Ordinal) || text == "millennium") return;
        var plural = words.Add(text + "s", WordClass.TimeUnit | WordClass.Plural | WordClass.OpensTime);
        plural.Unit = unit;
    }

    private static void Short(LexiconBuilder words, string text, TimeUnit unit, WordClass more) => words.Add(text, WordClass.TimeUnit | more).Unit = unit;

    private static void Deictic(LexiconBuilder words, string texts, string sign)
    {
        foreach (var text in texts.Split(' '))
        {
            words.Add(text, WordClass.Deictic | WordClass.OpensTime).Sign = sign;
        }
    }
}
