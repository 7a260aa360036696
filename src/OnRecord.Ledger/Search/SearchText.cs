using System.Text;
using OnRecord.Language;

namespace OnRecord.Ledger.Search;

/// <summary>Turns what a person types into a query of the index, with every sign that would steer it taken away.</summary>
internal static class SearchText
{
    private const int MostTerms = 64;

    /// <summary>The query for words anywhere and words of the speaker's name; null where neither is asked for, empty where what is asked for is nothing that the index has.</summary>
    /// <exception cref="OnRecordException">OR9001: more than 64 words and phrases.</exception>
    public static string? Query(string? text, string? speaker)
    {
        string? anywhere = null, named = null;
        if (!string.IsNullOrWhiteSpace(text) && (anywhere = Query(text)) is null) return "";
        if (!string.IsNullOrWhiteSpace(speaker) && (named = Query(speaker)) is null) return "";
        return (anywhere, named) switch
        {
            (null, null) => null,
            (_, null) => anywhere,
            (null, _) => $"speaker : ({named})",
            _ => $"({anywhere}) AND speaker : ({named})",
        };
    }

    /// <summary>The query; null where there is nothing to look for.</summary>
    /// <param name="text">Words, <c>"words that stand together"</c> and <c>begin*</c>.</param>
    /// <exception cref="OnRecordException">OR9001: more than 64 words and phrases.</exception>
    public static string? Query(string text)
    {
        var query = new StringBuilder();
        var count = 0;
        var isPhrase = false;
        foreach (var part in text.Split(['"', '“', '”', '„', '«', '»']))
        {
            foreach (var term in isPhrase ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var isPrefix = term.EndsWith('*');
                var words = Words(term);
                if (words.Length == 0) continue;
                if (++count > MostTerms)
                {
                    throw new OnRecordException(DiagnosticCodes.Usage, "The text to search for has more than 64 words and phrases. Leave some out, or put those that stand together in quotation marks.");
                }
                if (query.Length > 0) query.Append(" AND ");
                query.Append('"').Append(words).Append('"');
                if (isPrefix) query.Append(" *");
            }
            isPhrase = !isPhrase;
        }
        return query.Length == 0 ? null : query.ToString();
    }

    // Only letters, digits and the marks that go on them are looked for; the index sees all else as a space.
    private static string Words(string term)
    {
        var words = new StringBuilder(term.Length);
        foreach (var rune in term.EnumerateRunes())
        {
            var keeps = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
                System.Globalization.UnicodeCategory.NonSpacingMark or
                System.Globalization.UnicodeCategory.SpacingCombiningMark or
                System.Globalization.UnicodeCategory.LetterNumber or
                System.Globalization.UnicodeCategory.OtherNumber or
                System.Globalization.UnicodeCategory.PrivateUse;
            words.Append(keeps ? rune.ToString() : " ");
        }
        return words.ToString().Trim();
    }
}
