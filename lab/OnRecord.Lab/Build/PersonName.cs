using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>Names of persons as the sources have them, and what of them is compared.</summary>
internal static class PersonName
{
    private static readonly string[] Ranks = ["General", "Colonel", "Brigadier", "Major", "Captain", "Lieutenant", "Field Marshal", "Marshal", "Admiral", "Sir", "Dame", "Dr.", "Dr", "Mr.", "Mrs.", "Ms.", "Sheikh", "Shaikh", "Ratu", "Major General", "Maj. Gen.", "Gen.", "Col.", "Lt. Gen.", "Lt.", "Lord", "H.E.", "King", "Queen", "Prince", "Princess", "Emir", "Sultan", "Grand Duke"];

    /// <summary>The name without rank, with surnames in capitals written as others are.</summary>
    public static string Plain(string name)
    {
        var words = name.Replace('\u00A0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 2 && words[^1].TrimEnd('.') is "MP" or "Jr" or "QC" or "KC") words.RemoveAt(words.Count - 1);
        while (words.Count > 2 && Ranks.Contains(words[0])) words.RemoveAt(0);
        for (var i = 0; i < words.Count; i++) words[i] = Cased(words[i]);
        return string.Join(' ', words).TrimEnd(',', '.', ';');
    }

    /// <summary>Whether it can be a person's full name: no title instead of a given name, and nothing of another state.</summary>
    public static bool IsFull(string name)
    {
        var words = name.Split(' ');
        return words.Length > 1 && !Ranks.Contains(words[0]) && words[0] is not ("Mr" or "Mrs" or "Ms") && char.IsUpper(words[0][0]) && !words.Contains("of") && char.IsLetter(words[^1][0]);
    }

    /// <summary>The key: the letters of the name in lower case and without marks, hyphens between the words.</summary>
    public static string Key(string name)
    {
        var plain = NameForm.WithoutMarks(name).ToLowerInvariant();
        var key = new System.Text.StringBuilder("person:");
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c)) key.Append(c);
            else if (key[^1] is not ('-' or ':')) key.Append('-');
        }
        return key.ToString().TrimEnd('-');
    }

    /// <summary>First and last word without marks: two names of one state that agree in them are one person's.</summary>
    public static (string First, string Last) Ends(string name)
    {
        var words = NameForm.WithoutMarks(name).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? ("", "") : (words[0], words[^1]);
    }

    private static string Cased(string word)
    {
        if (word.Length < 2 || !word.Any(char.IsLetter) || word.Any(char.IsLower)) return word;
        // "III" and "H.W." stay.
        if (word.All(c => c is 'I' or 'V' or 'X') || word.Contains('.', StringComparison.Ordinal)) return word;
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || letters[i - 1] is '-' or '\'' or '\u2019') letters[i] = char.ToUpperInvariant(letters[i]);
        }
        return new string(letters);
    }
}
