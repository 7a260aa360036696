using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>What the tagger's features look at, computed once for every token of a document.</summary>
internal sealed class TokenAttributes
{
    public const byte Outside = 0;
    public const byte OpeningMark = 1;
    public const byte InsideFirst = 2;
    public const byte Inside = 3;
    public const byte InsideLast = 4;
    public const byte ClosingMark = 5;
    public const byte InsideOpen = 6;
    public const byte InsideSingle = 7;

    public TokenAttributes(Analysis analysis, CueLexicon cues)
    {
        Analysis = analysis;
        var n = analysis.Tokens.Count;
        Word = new uint[n];
        Folded = new uint[n];
        Shape = new uint[n];
        Suffix = new uint[n];
        Prefix = new uint[n];
        QuoteState = new byte[n];
        QuoteIndex = new int[n];
        CueLevel = new byte[n];
        IsMark = new bool[n];
        SentenceOf = new int[n];
        var text = analysis.Text.AsSpan();
        for (var i = 0; i < n; i++)
        {
            var word = analysis.Tokens[i].Span.Slice(text);
            Word[i] = Fnv.Hash(word);
            Folded[i] = Fnv.HashFolded(word);
            Shape[i] = ShapeOf(word);
            Suffix[i] = Fnv.HashFolded(word[Math.Max(0, word.Length - 3)..]);
            Prefix[i] = Fnv.HashFolded(word[..Math.Min(3, word.Length)]);
            CueLevel[i] = cues.Level(Folded[i]);
            IsMark[i] = !char.IsLetterOrDigit(word[0]) && !char.IsLetterOrDigit(word[^1]) && word[0] is not '$' and not '%';
            QuoteIndex[i] = -1;
        }
        for (var s = 0; s < analysis.Sentences.Count; s++)
        {
            for (var i = analysis.Sentences[s].FirstToken; i < analysis.Sentences[s].EndToken; i++) SentenceOf[i] = s;
        }
        MarkQuotations();
    }

    public Analysis Analysis { get; }

    public uint[] Word { get; }

    public uint[] Folded { get; }

    public uint[] Shape { get; }

    public uint[] Suffix { get; }

    public uint[] Prefix { get; }

    public byte[] QuoteState { get; }

    /// <summary>The index into <see cref="Quotes"/>, -1 outside.</summary>
    public int[] QuoteIndex { get; }

    public byte[] CueLevel { get; }

    /// <summary>Whether the token is a mark and no word.</summary>
    public bool[] IsMark { get; }

    public int[] SentenceOf { get; }

    /// <summary>The quotations that stand in no other, with their tokens.</summary>
    public List<QuoteTokens> Quotes { get; } = [];

    private void MarkQuotations()
    {
        var tokens = Analysis.Tokens;
        var at = 0;
        foreach (var quotation in Analysis.Quotations)
        {
            if (quotation.Depth > 0) continue;
            while (at < tokens.Count && tokens[at].End <= quotation.Span.Start) at++;
            var first = at;
            while (at < tokens.Count && tokens[at].Start < quotation.Span.End) at++;
            if (at == first) continue;
            var isSingle = Analysis.Text[quotation.Span.Start] is '\'' or '\u2018' or '\u201A' or '\u2039' && quotation.Inner.Start - quotation.Span.Start == 1;
            for (var i = first; i < at; i++)
            {
                QuoteIndex[i] = Quotes.Count;
                QuoteState[i] = tokens[i].End <= quotation.Inner.Start ? OpeningMark
                    : tokens[i].Start >= quotation.Inner.End ? ClosingMark
                    : isSingle ? InsideSingle
                    : !quotation.IsClosed ? InsideOpen
                    : i == first + 1 ? InsideFirst
                    : i == at - 2 ? InsideLast
                    : Inside;
            }
            Quotes.Add(new QuoteTokens(first, at, quotation.IsClosed, quotation.IsContinuation));
        }
    }

    // "Xx" for Smith, "xx" for said, "X" for A or NATO, "0" for figures; marks as they are.
    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        Span<char> shape = stackalloc char[8];
        var length = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (length > 0 && shape[length - 1] == kind)
            {
                if (length > 1 && shape[length - 2] == kind || kind == '0') continue;
            }
            if (length == shape.Length) break;
            shape[length++] = kind;
        }
        return Fnv.Hash(shape[..length]);
    }
}

/// <summary>The tokens of a quotation, its marks included.</summary>
internal readonly record struct QuoteTokens(int First, int End, bool IsClosed, bool IsContinuation);
