using OnRecord.Language.Learning;

namespace OnRecord.Language.Tokens;

/// <summary>
/// What the place between two tokens looks like to one who asks whether a sentence ends there: three tokens on either side,
/// as words and as shapes, and what has been read of the sentence. The same for training and for reading. Stateless.
/// </summary>
internal static class GapFeatures
{
    /// <summary>The number of features of a place.</summary>
    public const int Count = 27;

    private const int Side = 3;

    /// <summary>Longer tokens are told apart by their first units alone.</summary>
    private const int LongestForm = 24;

    /// <summary>Whether a sentence might end at a place that no mark of an end stands before.</summary>
    public static bool MayEnd(ReadOnlySpan<char> text, Token before, Token after)
    {
        if (after.Start == before.End) return false;
        var next = text[after.Start];
        if (char.IsUpper(next) || char.IsDigit(next)) return true;
        if (char.IsLetter(next)) return text[before.End - 1] is '.' or ':' or ';' or ')' or ']' or '>' or '=' or '_' or '*' or '!' or '?' or '\u2026';
        return next is '"' or '\u201C' or '\u2018' or '\'' or '(' or '[' or '<' or '>' or '*' or '-' or '\u2013' or '\u2014' or '\u2022' or '=' or '_' or '#' or '@' or '+' or '~' or '$' or '\u20AC' or '\u00A3' || char.IsSurrogate(next);
    }

    /// <summary>Computes the features.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The paragraph's first token.</param>
    /// <param name="end">The token after its last.</param>
    /// <param name="gap">The token after the place.</param>
    /// <param name="soFar">What stands before it in its sentence.</param>
    /// <param name="verdict">What the rules say: 0 where no mark of an end stands before the place, 1 that it ends nothing, 2 that it does.</param>
    /// <param name="to">Takes them.</param>
    public static void Compute(ReadOnlySpan<char> text, List<Token> tokens, int first, int end, int gap, SentenceSoFar soFar, uint verdict, Span<uint> to)
    {
        Span<uint> words = stackalloc uint[2 * Side];
        Span<uint> shapes = stackalloc uint[2 * Side];
        for (var i = 0; i < words.Length; i++)
        {
            var token = gap - Side + i;
            if (token < first || token >= end) (words[i], shapes[i]) = (1u, 1u);
            else (words[i], shapes[i]) = Forms(tokens[token].Span.Slice(text));
        }
        uint word3 = words[0], word2 = words[1], word1 = words[2], next1 = words[3], next2 = words[4];
        uint shape3 = shapes[0], shape2 = shapes[1], shape1 = shapes[2], after1 = shapes[3], after2 = shapes[4], after3 = shapes[5];
        var length = Rung(soFar.Count);
        var rest = Rung(end - gap);
        var small = soFar.HasSmall ? 1u : 0u;
        var state = (uint)soFar.Before * 4 + (soFar.IsOpen ? 2u : 0u) + (tokens[gap].Start == tokens[gap - 1].End ? 1u : 0u);
        var at = 0;
        Add(verdict, 0, 0, to);
        Add(verdict, word1, 0, to);
        Add(verdict, next1, 0, to);
        Add(verdict, shape1, after1, to);
        Add(verdict, shape1, 0, to);
        Add(verdict, after1, 0, to);
        Add(word1, next1, 0, to);
        Add(word1, after1, 0, to);
        Add(shape1, next1, 0, to);
        Add(shape2, shape1, after1, to);
        Add(shape1, after1, after2, to);
        Add(Fnv.Join(shape2, shape1), after1, after2, to);
        Add(word2, shape1, after1, to);
        Add(word2, word1, 0, to);
        Add(next1, next2, 0, to);
        Add(next1, after2, after3, to);
        Add(verdict * 32 + length, small, after1, to);
        Add(verdict, state, after1, to);
        Add(Fnv.Join(shape3, shape2), shape1, after1, to);
        Add(Fnv.Join(shape1, after1), after2, after3, to);
        Add(Fnv.Join(small * 32 + length, shape1), after1, rest, to);
        Add(verdict, rest, after1, to);
        Add(word3, word2, word1, to);
        Add(verdict * 32 + length, small * 16 + state, 0, to);
        Add(small, shape1, after1, to);
        Add(small, word1, after1, to);
        Add(verdict, word2, after1, to);

        void Add(uint a, uint b, uint c, Span<uint> features)
        {
            features[at] = Fnv.Join(Fnv.Join((uint)at, a), b, c);
            at++;
        }
    }

    // Small numbers as they are, larger ones in ever wider steps.
    private static uint Rung(int count) => count switch
    {
        < 5 => (uint)count,
        < 7 => 5,
        < 10 => 6,
        < 15 => 7,
        < 25 => 8,
        _ => 9,
    };

    // The word in small letters with its figures as one, and its shape: runs of capitals, small letters and figures.
    private static (uint Word, uint Shape) Forms(ReadOnlySpan<char> form)
    {
        form = form[..Math.Min(form.Length, LongestForm)];
        Span<char> shape = stackalloc char[LongestForm];
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (length == 0 || shape[length - 1] != kind) shape[length++] = kind;
        }
        // One capital letter is an initial, several are an abbreviation or a shout; one figure numbers an item of a list.
        if (form.Length == 1 && shape[0] is 'X' or 'd') shape[length++] = '1';
        return (Fnv.HashFolded(form), Fnv.Hash(shape[..length]));
    }
}
