using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>The words that stand in a ledger for the values of an enumeration: <c>RelatedHeadline</c> is <c>related-headline</c>.</summary>
internal static class RecordWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spell);
    private static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(T value) => Words[value];

    /// <exception cref="FormatException">No value has that word.</exception>
    public static T Read(string word) => Values.TryGetValue(word, out var value)
        ? value
        : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

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
