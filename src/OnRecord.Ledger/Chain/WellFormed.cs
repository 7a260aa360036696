using System.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>
/// Strings as a ledger can hold them. SQLite keeps text in UTF-8, which has no lone surrogates, and ends text at a
/// NUL in many of its functions: both become U+FFFD. The archived text itself keeps every unit.
/// </summary>
internal static class WellFormed
{
    public static string Of(string text)
    {
        if (IsWellFormed(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        }
        return result.ToString();
    }

    public static string? OrNull(string? text) => text is null ? null : Of(text);

    /// <summary>Whether every surrogate has its other half, so that UTF-8 keeps the text.</summary>
    public static bool HasPairedSurrogates(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static bool IsWellFormed(string text) => !text.Contains('\0') && HasPairedSurrogates(text);
}
