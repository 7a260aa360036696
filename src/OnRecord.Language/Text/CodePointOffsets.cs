namespace OnRecord.Language.Text;

/// <summary>
/// Turns UTF-16 offsets of one text into code-point offsets. Immutable; safe to share between threads.
/// A lone surrogate counts as one code point, so every text has an answer.
/// </summary>
public sealed class CodePointOffsets
{
    // The positions of the second halves of surrogate pairs, ascending: news has few, so a search among them is cheap.
    private readonly int[] trailing;

    /// <summary>Prepares the offsets of one text; linear in its length.</summary>
    public CodePointOffsets(string text)
    {
        var found = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) found.Add(i);
        }
        trailing = [.. found];
    }

    /// <summary>The number of code points before the UTF-16 position; a position inside a pair counts the pair's first half.</summary>
    public int ToCodePoint(int position)
    {
        var index = Array.BinarySearch(trailing, position);
        return position - (index >= 0 ? index : ~index);
    }

    /// <summary>The same range in code points.</summary>
    public TextSpan ToCodePoints(TextSpan span) => new(ToCodePoint(span.Start), ToCodePoint(span.End));
}
