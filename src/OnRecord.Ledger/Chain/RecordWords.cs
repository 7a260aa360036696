using System.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>The words that stand in a ledger for the values of an enumeration: <c>RelatedHeadline</c> is <c>related-headline</c>.</summary>
internal static class RecordWords<T>
    where T : struct, Enum
{
    // In the order of the values. Arrays: the longest has nine words, and every run asks before anything else is warm.
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Words = Array.ConvertAll(Values, Spell);

    public static string Of(T value) => Words[Array.IndexOf(Values, value)];

    /// <exception cref="FormatException">No value has that word.</exception>
    public static T Read(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index >= 0 ? Values[index] : throw new FormatException($"A word of the ledger is no {typeof(T).Name}.");
    }

    private static string Spell(T value)
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }
}
