using System.Collections.Frozen;

namespace OnRecord.Language.Coreference;

/// <summary>Nouns and honorifics that tell a person's gender.</summary>
internal static class GenderWords
{
    private static readonly FrozenSet<string> Women = Set("woman women girl girls lady ladies mother mom mum daughter daughters sister sisters wife wives queen princess duchess baroness empress actress heroine grandmother granddaughter aunt niece widow bride girlfriend goddess heiress hostess waitress nun ma'am mrs mrs. ms ms. miss madam dame");

    private static readonly FrozenSet<string> Men = Set("man men boy boys gentleman gentlemen father dad son sons brother brothers husband husbands king prince duke baron emperor actor hero grandfather grandson uncle nephew widower bridegroom groom boyfriend god monk priest bishop cardinal pope imam rabbi sir lord mr mr. guy guys fellow");

    /// <summary>'f' or 'm'; '\0' where the word does not tell.</summary>
    public static char Of(ReadOnlySpan<char> word)
    {
        if (Women.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return 'f';
        if (Men.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return 'm';
        if (word.Length > 6 && word.EndsWith("woman", StringComparison.OrdinalIgnoreCase)) return 'f';
        return word.Length > 6 && word.EndsWith("sman", StringComparison.OrdinalIgnoreCase) ? 'm' : '\0';
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
