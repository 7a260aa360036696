namespace OnRecord.Language.Text;

/// <summary>
/// Finds the paragraphs of plain text. A line is a paragraph, as on news pages; where a block of lines was wrapped at a
/// fixed width, the block is. Linear in the text.
/// </summary>
internal static class Paragraphs
{
    // Wrapped text is set between 45 and 100 characters wide, with a ragged edge of one long word.
    private const int NarrowestWrap = 45;
    private const int WidestWrap = 100;
    private const int RaggedEdge = 25;

    /// <summary>The paragraphs in order, without the white space around them.</summary>
    public static List<TextSpan> Find(ReadOnlySpan<char> text)
    {
        var paragraphs = new List<TextSpan>();
        var block = new List<TextSpan>();
        var at = 0;
        while (at <= text.Length)
        {
            var end = at;
            while (end < text.Length && !IsLineBreak(text[end])) end++;
            var line = Trimmed(text, at, end);
            if (line.IsEmpty) Flush(text, block, paragraphs);
            else block.Add(line);
            at = end + 1;
            if (end < text.Length && text[end] == '\r' && at < text.Length && text[at] == '\n') at++;
        }
        Flush(text, block, paragraphs);
        return paragraphs;
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    private static TextSpan Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static void Flush(ReadOnlySpan<char> text, List<TextSpan> block, List<TextSpan> paragraphs)
    {
        if (IsWrapped(text, block)) paragraphs.Add(block[0].Union(block[^1]));
        else paragraphs.AddRange(block);
        block.Clear();
    }

    private static bool IsWrapped(ReadOnlySpan<char> text, List<TextSpan> block)
    {
        if (block.Count < 2) return false;
        int shortest = int.MaxValue, longest = 0, goesOn = 0;
        for (var i = 0; i + 1 < block.Count; i++)
        {
            shortest = Math.Min(shortest, block[i].Length);
            longest = Math.Max(longest, block[i].Length);
            if (char.IsLower(text[block[i + 1].Start]) || !EndsSentence(text, block[i])) goesOn++;
        }
        if (shortest < NarrowestWrap || longest > WidestWrap || longest - shortest > RaggedEdge || block[^1].Length > longest + RaggedEdge) return false;
        // Two lines say little: the second must go on in small letters. More lines may break at a name or a sentence.
        return block.Count == 2 ? char.IsLower(text[block[1].Start]) : goesOn * 2 >= block.Count - 1;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, TextSpan line) => text[line.End - 1] is '.' or '!' or '?' or '"' or '\u201D' or '\u2019' or '\'' or ':' or ')';
}
