using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

/// <summary>Holidays and named days: those of the calendar, of the United States and of Europe, and a few that are known by one day in history.</summary>
internal static class Holidays
{
    // Longer names before shorter ones that they begin with.
    private static readonly NamedDay[] Days =
    [
        Fixed("christmas eve", 12, 24), Fixed("christmas day", 12, 25), Fixed("christmas", 12, 25), Fixed("xmas", 12, 25), Fixed("boxing day", 12, 26),
        Fixed("new year eve", 12, 31), Fixed("new year day", 1, 1), Fixed("new years eve", 12, 31), Fixed("new years day", 1, 1), Fixed("new years", 1, 1),
        Fixed("valentine day", 2, 14), Fixed("valentines day", 2, 14), Fixed("halloween", 10, 31), Fixed("saint patrick day", 3, 17), Fixed("st patrick day", 3, 17), Fixed("groundhog day", 2, 2),
        Fixed("april fools day", 4, 1), Fixed("april fool day", 4, 1), Fixed("april fools", 4, 1), Fixed("may day", 5, 1), Fixed("earth day", 4, 22), Fixed("cinco de mayo", 5, 5), Fixed("juneteenth", 6, 19),
        Fixed("independence day", 7, 4), Fixed("veterans day", 11, 11), Fixed("armistice day", 11, 11), Fixed("remembrance day", 11, 11), Fixed("bastille day", 7, 14), Fixed("guy fawkes day", 11, 5), Fixed("guy fawkes night", 11, 5),
        Fixed("women day", 3, 8), Fixed("international women day", 3, 8), Fixed("human rights day", 12, 10), Fixed("anzac day", 4, 25), Fixed("canada day", 7, 1), Fixed("australia day", 1, 26), Fixed("all saints day", 11, 1), Fixed("all souls day", 11, 2), Fixed("inauguration day", 1, 20), Fixed("flag day", 6, 14), Fixed("europe day", 5, 9), Fixed("singles day", 11, 11), Fixed("epiphany", 1, 6),
        Nth("thanksgiving day", 11, 22, 4), Nth("thanksgiving", 11, 22, 4), Nth("black friday", 11, 23, 5), Nth("cyber monday", 11, 26, 1), Nth("labor day", 9, 1, 1), Nth("labour day", 9, 1, 1), Nth("memorial day", 5, 25, 1),
        Nth("presidents day", 2, 15, 1), Nth("martin luther king jr day", 1, 15, 1), Nth("martin luther king day", 1, 15, 1), Nth("mlk day", 1, 15, 1), Nth("columbus day", 10, 8, 1), Nth("election day", 11, 2, 2), Nth("mother day", 5, 8, 7), Nth("mothers day", 5, 8, 7), Nth("father day", 6, 15, 7), Nth("fathers day", 6, 15, 7),
        FromEaster("easter sunday", 0), FromEaster("easter monday", 1), FromEaster("easter", 0), FromEaster("good friday", -2), FromEaster("palm sunday", -7), FromEaster("ash wednesday", -46), FromEaster("holy thursday", -3), FromEaster("maundy thursday", -3), FromEaster("pentecost", 49), FromEaster("whit monday", 50), FromEaster("ascension day", 39), FromEaster("corpus christi", 60), FromEaster("mardi gras", -47),
        Once("d day", 1944, 6, 6), Once("ve day", 1945, 5, 8), Once("vj day", 1945, 8, 15), Once("pearl harbor day", 1941, 12, 7),
    ];

    private static readonly Dictionary<string, NamedDay[]> ByFirst = Days.GroupBy(d => d.Words[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public static void AddTo(LexiconBuilder words)
    {
        foreach (var first in ByFirst.Keys) words.Add(first, WordClass.Holiday | WordClass.OpensTime);
    }

    /// <summary>The named day that begins at a lexeme.</summary>
    public static bool TryRead(LexemeText text, int at, out NamedDay day, out int end)
    {
        day = default;
        end = at;
        if (!ByFirst.TryGetValue(text.Word(at).Text, out var named)) return false;
        foreach (var candidate in named)
        {
            var next = at;
            var isMatch = true;
            foreach (var word in candidate.Words)
            {
                if (next > at)
                {
                    if (text.IsHyphen(next) || text.IsMark(next, '.')) next++;
                    if (text.IsApostrophe(next)) next += text.Is(next + 1, Term.S) && text.IsGlued(next + 1) ? 2 : 1;
                }
                if (!text.IsWord(next) || !text.Slice(next).Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    isMatch = false;
                    break;
                }
                next++;
            }
            // Names of one word need their capital, but for those that are no other word.
            if (!isMatch || !text[at].IsCapital && candidate.Words.Length == 1 && candidate.Words[0] is not ("easter" or "christmas" or "thanksgiving" or "halloween" or "juneteenth")) continue;
            day = candidate;
            end = next;
            return true;
        }
        return false;
    }

    private static NamedDay Fixed(string name, int month, int day) => new(name.Split(' '), month, day);

    private static NamedDay Nth(string name, int month, int earliest, int weekday) => new(name.Split(' '), month, earliest, weekday);

    private static NamedDay FromEaster(string name, int days) => new(name.Split(' '), 0, days);

    private static NamedDay Once(string name, int year, int month, int day) => new(name.Split(' '), month, day, 0, year);
}
