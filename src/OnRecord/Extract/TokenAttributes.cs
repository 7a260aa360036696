using OnRecord.Language;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.Syntax;
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

    // Trees of news sentences are seldom deeper; the bound keeps a pathological one linear.
    private const int LongestChain = 20;

    private static readonly uint Root = Fnv.Hash("root");

    public TokenAttributes(Analysis analysis, CueLexicon cues)
    {
        Analysis = analysis;
        var n = analysis.Tokens.Count;
        Word = new uint[n];
        Folded = new uint[n];
        Exact = new ulong[n];
        Lower = new ulong[n];
        Tag = new uint[n];
        Relation = new uint[n];
        Name = new byte[n];
        Head = new int[n];
        GoverningCue = new int[n];
        WayToCue = new uint[n];
        // Without grammar, tags and relations are nought and no token has a head.
        var grammar = analysis.Grammar;
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
            var form = WordForm.Of(word);
            (Exact[i], Lower[i]) = (form.Exact, form.Lower);
            if (grammar is not null) (Tag[i], Relation[i]) = (Fnv.Hash(grammar.PennTag(i)), Fnv.Hash(grammar.Relation(i)));
            Shape[i] = ShapeOf(word);
            Suffix[i] = Fnv.HashFolded(word[Math.Max(0, word.Length - 3)..]);
            Prefix[i] = Fnv.HashFolded(word[..Math.Min(3, word.Length)]);
            CueLevel[i] = cues.Level(Folded[i]);
            IsMark[i] = !char.IsLetterOrDigit(word[0]) && !char.IsLetterOrDigit(word[^1]) && word[0] is not '$' and not '%';
            QuoteIndex[i] = -1;
        }
        foreach (var name in analysis.Names ?? [])
        {
            for (var i = name.FirstToken; i < name.EndToken; i++) Name[i] = (byte)(2 * (byte)name.Type + (i == name.FirstToken ? 1 : 2));
        }
        for (var s = 0; s < analysis.Sentences.Count; s++)
        {
            for (var i = analysis.Sentences[s].FirstToken; i < analysis.Sentences[s].EndToken; i++) SentenceOf[i] = s;
        }
        MarkQuotations(depth: 0);
        for (var i = 0; i < n; i++) Head[i] = grammar is null ? -1 : grammar.Head(i);
        for (var i = 0; i < n; i++) FollowHeads(i);
    }

    // The same tokens as one sees them who stands inside what is reported.
    private TokenAttributes(TokenAttributes outer, bool isQuoted)
    {
        (Analysis, Word, Folded, Exact, Lower) = (outer.Analysis, outer.Word, outer.Folded, outer.Exact, outer.Lower);
        (Shape, Suffix, Prefix, CueLevel, IsMark, SentenceOf, Tag, Name) = (outer.Shape, outer.Suffix, outer.Prefix, outer.CueLevel, outer.IsMark, outer.SentenceOf, outer.Tag, outer.Name);
        (Relation, Head, GoverningCue, WayToCue) = ([.. outer.Relation], [.. outer.Head], [.. outer.GoverningCue], [.. outer.WayToCue]);
        if (!isQuoted)
        {
            (QuoteState, QuoteIndex, Quotes) = (outer.QuoteState, outer.QuoteIndex, outer.Quotes);
            return;
        }
        QuoteState = new byte[outer.QuoteState.Length];
        QuoteIndex = new int[outer.QuoteIndex.Length];
        Array.Fill(QuoteIndex, -1);
        MarkQuotations(depth: 1);
    }

    public Analysis Analysis { get; }

    public uint[] Word { get; }

    public uint[] Folded { get; }

    /// <summary>The hash of the word as it stands.</summary>
    public ulong[] Exact { get; }

    /// <summary>The hash by which the word's vector is found.</summary>
    public ulong[] Lower { get; }

    /// <summary>The hash of the Penn tag.</summary>
    public uint[] Tag { get; }

    /// <summary>The hash of the relation to the head.</summary>
    public uint[] Relation { get; }

    /// <summary>The type of the name it stands in, and whether it begins it; 0 outside names.</summary>
    public byte[] Name { get; }

    /// <summary>The index of the head, -1 for the root of a sentence.</summary>
    public int[] Head { get; }

    /// <summary>The nearest word above it in the tree that is often a cue, -1 where there is none.</summary>
    public int[] GoverningCue { get; }

    /// <summary>The relation of the last step up to that word, and on which side of it the token stands; 0 where there is none.</summary>
    public uint[] WayToCue { get; }

    /// <summary>Whether a person's name begins at the token, or goes on there.</summary>
    public bool IsPerson(int token, bool begins) => Name[token] == 2 * (byte)NameType.Person + 1 || !begins && Name[token] == 2 * (byte)NameType.Person + 2;

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

    /// <summary>The same tokens without the marks of the outer quotations: what is quoted inside them stands in no other.</summary>
    public TokenAttributes InsideQuotations() => new(this, isQuoted: true);

    /// <summary>The same tokens with syntax of their own, from which stretches can be cut out.</summary>
    public TokenAttributes InsideReports() => new(this, isQuoted: false);

    /// <summary>
    /// Cuts a stretch out of the tree it stands in: what depends on a word outside is the root of a tree of its own. So
    /// nothing tells any more that the stretch is the content of another cue.
    /// </summary>
    public void CutOut(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Head[i] < first || Head[i] >= end) (Head[i], Relation[i]) = (-1, Root);
        }
        for (var i = first; i < end; i++) FollowHeads(i);
    }

    // A token whose chain of heads meets a cue belongs to what that cue governs; the step into the cue says how: as the
    // subject that is its source, as the clause that is its content.
    private void FollowHeads(int token)
    {
        (GoverningCue[token], WayToCue[token]) = (-1, 0);
        var at = token;
        for (var step = 0; step < LongestChain && Head[at] is >= 0 and var head; step++)
        {
            if (CueLevel[head] > 1)
            {
                GoverningCue[token] = head;
                WayToCue[token] = Fnv.Join(Relation[at], head < token ? 1u : 0u);
                return;
            }
            at = head;
        }
    }

    private void MarkQuotations(int depth)
    {
        var tokens = Analysis.Tokens;
        var at = 0;
        foreach (var quotation in Analysis.Quotations)
        {
            if (quotation.Depth != depth) continue;
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
