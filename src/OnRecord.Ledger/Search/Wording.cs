namespace OnRecord.Ledger.Search;

/// <summary>The words of a statement, and how two wordings differ.</summary>
internal static class Wording
{
    /// <summary>The words in lower case, without marks.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '\u2019' && start >= 0);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            yield return text[start..i].ToLowerInvariant().Replace('\u2019', '\'').TrimEnd('\'');
            start = -1;
        }
    }

    /// <summary>The words of the first that the second leaves out, and those of the second that the first does not have, by the longest run of words they share in order.</summary>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Added) Changes(string[] first, string[] second)
    {
        var common = new int[first.Length + 1, second.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
        {
            for (var j = second.Length - 1; j >= 0; j--)
            {
                common[i, j] = first[i] == second[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var (missing, added) = (new List<string>(), new List<string>());
        var (a, b) = (0, 0);
        while (a < first.Length || b < second.Length)
        {
            if (a < first.Length && b < second.Length && first[a] == second[b]) (a, b) = (a + 1, b + 1);
            else if (b == second.Length || a < first.Length && common[a + 1, b] >= common[a, b + 1]) missing.Add(first[a++]);
            else added.Add(second[b++]);
        }
        return (missing, added);
    }
}
