using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Entities;

namespace OnRecord.Link;

/// <summary>A name as it stands in the text: the words of the name itself, without titles before it.</summary>
internal readonly record struct FoundName(int First, int End, EntityType Type, bool HasTitle);

/// <summary>
/// The names of an article, as the language core found them; and inside a source, where a name is expected and the core
/// found none, runs of capitalised words, cut at titles. Linear; stateless.
/// </summary>
internal static class NameFinder
{
    private const int LongestName = 8;

    /// <summary>The names that the language core found in the article, in order. Furniture is passed over, and so are dates and amounts.</summary>
    public static List<FoundName> Of(Analysis analysis)
    {
        var names = new List<FoundName>();
        var sentence = 0;
        foreach (var name in analysis.Names ?? [])
        {
            while (analysis.Sentences[sentence].EndToken <= name.FirstToken) sentence++;
            if (analysis.Sentences[sentence].IsApart || TypeOf(name.Type) is not { } type) continue;
            names.Add(new FoundName(name.FirstToken, name.EndToken, type, name.FirstToken > 0 && NameWords.IsTitle(Word(analysis, name.FirstToken - 1))));
        }
        return names;
    }

    /// <summary>Where the text was analysed without weights: the names that the sources of attributions show by their capitals, in order.</summary>
    public static List<FoundName> InSources(Analysis analysis, IReadOnlyList<Attribution> attributions)
    {
        var names = new List<FoundName>();
        foreach (var source in attributions.SelectMany(a => a.Source).Order())
        {
            var (first, end) = analysis.TokensIn(source);
            FindIn(analysis, first, end, names);
        }
        return names;
    }

    /// <summary>Adds the names that the capitals of a run of tokens show.</summary>
    public static void FindIn(Analysis analysis, int first, int end, List<FoundName> names)
    {
        for (var i = first; i < end;)
        {
            if (!IsCapital(analysis, i) || IsOrdinaryStart(analysis, i, first))
            {
                i++;
                continue;
            }
            var stop = i + 1;
            while (stop < end && stop - i < LongestName + 4)
            {
                if (IsCapital(analysis, stop) || Word(analysis, stop) is "-" or "&" && stop + 1 < end && IsCapital(analysis, stop + 1) && IsGlued(analysis, stop)) stop++;
                else if (Joins(analysis, stop, end) is > 0 and var joining && stop > i) stop += joining;
                else break;
            }
            Add(analysis, i, stop, names);
            i = stop;
        }
    }

    private static EntityType? TypeOf(NameType type) => type switch
    {
        NameType.Person => EntityType.Person,
        NameType.Organisation => EntityType.Organisation,
        NameType.Place => EntityType.Place,
        NameType.Group => EntityType.Group,
        NameType.Event => EntityType.Event,
        NameType.Date or NameType.Money => null,
        _ => EntityType.Other,
    };

    private static void Add(Analysis analysis, int first, int end, List<FoundName> names)
    {
        // A comma-less run such as "NATO Secretary General Jens Stoltenberg" is a body, an office and a person: the name
        // stands after the last title. "Secretary of State John Kerry" has its office's field after "of".
        var start = first;
        var hasTitle = false;
        for (var i = first; i < end; i++)
        {
            if (!NameWords.IsTitle(Word(analysis, i))) continue;
            var next = i + 1;
            if (next < end && Word(analysis, next) is "of" or "for")
            {
                next++;
                while (next < end && !GivenNames.Contains(Word(analysis, next)) && end - next > 2) next++;
                if (end - next <= 2 && next < end && !GivenNames.Contains(Word(analysis, next))) next = end - next == 2 ? next : end;
            }
            hasTitle = true;
            start = Math.Max(start, next);
        }
        if (start >= end)
        {
            // Nothing but titles, "President" or "Secretary of State": an office. With a body's word it is a body: "State Department".
            if (end - first > 1 && NameWords.IsBody(Word(analysis, end - 1))) names.Add(new FoundName(first, end, EntityType.Organisation, false));
            return;
        }
        if (end - start > LongestName) return;
        if (hasTitle && NameWords.IsBody(Word(analysis, end - 1)) && !GivenNames.Contains(Word(analysis, start)))
        {
            names.Add(new FoundName(first, end, EntityType.Organisation, false));
            return;
        }
        // What stands before the office is a name of its own: the body that the office is of.
        if (hasTitle && start > first && !NameWords.IsTitle(Word(analysis, first)))
        {
            var body = first;
            while (body < start && !NameWords.IsTitle(Word(analysis, body))) body++;
            if (body - first <= 4) names.Add(new FoundName(first, body, TypeOf(analysis, first, body, false), false));
        }
        names.Add(new FoundName(start, end, TypeOf(analysis, start, end, hasTitle), hasTitle));
    }

    private static EntityType TypeOf(Analysis analysis, int first, int end, bool hasTitle)
    {
        var last = Word(analysis, end - 1);
        if (NameWords.IsBody(last) || NameWords.IsBody(Word(analysis, first))) return EntityType.Organisation;
        for (var i = first; i < end; i++)
        {
            if (Word(analysis, i) is "of" or "for" or "the" or "and" or "&") return EntityType.Organisation;
        }
        if (hasTitle) return EntityType.Person;
        if (end - first >= 2 && GivenNames.Contains(Word(analysis, first)) && !IsAllCapitals(last)) return EntityType.Person;
        return end - first == 1 && IsAllCapitals(last) && last.Length is > 1 and < 7 ? EntityType.Organisation : EntityType.Other;
    }

    private static int Joins(Analysis analysis, int at, int end)
    {
        // "of the" and "de la": two small words at the most, and a capital after them. "and" joins bodies only where a
        // body's word stands near, which is not looked for here: "Smith and Jones" are two.
        for (var n = 1; n <= 2 && at + n < end; n++)
        {
            var word = Word(analysis, at + n - 1);
            if (!NameWords.IsJoining(word) || word is "and" or "the" && n == 1 || word is "for" || char.IsUpper(word[0])) return 0;
            if (IsCapital(analysis, at + n)) return n;
        }
        return 0;
    }

    // A capital at a sentence's start tells nothing where the word is an everyday one.
    private static bool IsOrdinaryStart(Analysis analysis, int token, int first)
    {
        var word = Word(analysis, token);
        if (NameWords.IsDeterminer(word) || NameWords.IsPersonPronoun(word) || NameWords.IsOtherPronoun(word)) return true;
        if (token > first && !IsOpening(Word(analysis, token - 1))) return EverydayWords.Contains(word) && (token + 1 >= analysis.Tokens.Count || !IsCapital(analysis, token + 1));
        return EverydayWords.Contains(word);
    }

    private static bool IsOpening(ReadOnlySpan<char> word) => word is "\"" or "\u201C" or "'" or "\u2018" or "(" or "\u2014" or "--" or "-" or ":";

    private static bool IsGlued(Analysis analysis, int token) => analysis.Tokens[token].Start == analysis.Tokens[token - 1].End && analysis.Tokens[token].End == analysis.Tokens[token + 1].Start;

    private static bool IsCapital(Analysis analysis, int token)
    {
        var word = Word(analysis, token);
        return char.IsUpper(word[0]) && (word.Length > 1 || token + 1 < analysis.Tokens.Count) && word is not "I";
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c)) return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
