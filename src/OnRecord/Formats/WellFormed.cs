namespace OnRecord.Formats;

/// <summary>Makes text fit for UTF-8, which has no form for half of a surrogate pair.</summary>
internal static class WellFormed
{
    /// <summary>
    /// The text with each lone surrogate replaced by U+FFFD. One unit replaces one unit and one code point one code
    /// point, so every position stays right. Returns the same string where there is none.
    /// </summary>
    public static string Of(string text)
    {
        var first = IndexOfLone(text, 0);
        if (first < 0) return text;
        var units = text.ToCharArray();
        for (var at = first; at >= 0; at = IndexOfLone(text, at + 1)) units[at] = '\uFFFD';
        return new string(units);
    }

    private static int IndexOfLone(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return -1;
            i += next;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }
        return -1;
    }
}
