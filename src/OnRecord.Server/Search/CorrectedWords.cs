using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// Looks for words in what people put in place of what was read: the ledger's index has the words as they were read. Corrections
/// are few, so they are gone through.
/// </summary>
internal static class CorrectedWords
{
    private static readonly char[] Marks = ['"', '“', '”', '„', '«', '»'];

    /// <summary>Whether a correction has all the words that a query asks for.</summary>
    public static bool Match(DecidedStatement decided, StatementQuery query) =>
        decided is not { Speaker: null, Content: null }
        && HasAll($"{decided.Speaker} {decided.Content}", query.Text) && HasAll(decided.Speaker ?? "", query.Speaker);

    private static bool HasAll(string text, string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked)) return true;
        var words = Words(text);
        return asked.Split(Marks).SelectMany(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).All(term =>
            Words(term) is [var wanted] ? words.Exists(word => term.EndsWith('*') ? word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) : word.Equals(wanted, StringComparison.OrdinalIgnoreCase)) : Words(term).TrueForAll(w => words.Contains(w, StringComparer.OrdinalIgnoreCase)));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var (i, start) = (0, -1); i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            words.Add(text[start..i]);
            start = -1;
        }
        return words;
    }
}
