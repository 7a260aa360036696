using System.Buffers;
using System.Runtime.CompilerServices;
using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// The features of the attribution tagger: the words around a token with their tags, the quotation it stands in and what
/// stands around that, the nearest words that are often cues, and its way up the tree to one. Used by training and by reading alike.
/// </summary>
internal sealed class AttributionFeatures : IDisposable
{
    /// <summary>Names what is computed here. A change of any template changes it.</summary>
    public const string Identity = "attribution-chain/2";

    /// <summary>No token has more features.</summary>
    public const int MostFeatures = 96;

    private const uint Edge = 0xED6E0001;

    private readonly TokenAttributes tokens;
    private readonly int first;
    private readonly int end;
    private readonly Around[] around;
    private readonly uint paragraphForm;

    /// <summary>Prepares the features of one paragraph.</summary>
    public AttributionFeatures(TokenAttributes tokens, int first, int end, bool isFirstParagraph)
    {
        this.tokens = tokens;
        this.first = first;
        this.end = end;
        var n = end - first;
        around = ArrayPool<Around>.Shared.Rent(n);
        around.AsSpan(0, n).Clear();
        Neighbours();
        Quotations();
        var quotes = 0;
        for (var i = first; i < end; i++) quotes += tokens.QuoteState[i] == TokenAttributes.OpeningMark ? 1 : 0;
        paragraphForm = (uint)(isFirstParagraph ? 1 : 0) | (uint)Math.Min(quotes, 3) << 1 | Bucket(n) << 4;
    }

    /// <summary>Gives back what it needed; it is asked nothing any more.</summary>
    public void Dispose() => ArrayPool<Around>.Shared.Return(around);

    /// <summary>Writes the features of a token and says how many they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(int token, Span<uint> features)
    {
        var writer = new Writer(features);
        ref readonly var own = ref around[token - first];
        uint w0 = Folded(token), w1 = Folded(token + 1), w2 = Folded(token + 2), p1 = Folded(token - 1), p2 = Folded(token - 2);
        uint q0 = State(token), qp = State(token - 1), qn = State(token + 1);
        uint s0 = Shape(token), sp = Shape(token - 1), sn = Shape(token + 1);

        writer.Add(1, 0);
        writer.Add(2, w0);
        writer.Add(3, p1);
        writer.Add(4, w1);
        writer.Add(5, p2);
        writer.Add(6, w2);
        writer.Add(7, Folded(token - 3));
        writer.Add(8, Folded(token + 3));
        writer.Add(9, p1, w0);
        writer.Add(10, w0, w1);
        writer.Add(11, p2, p1);
        writer.Add(12, w1, w2);
        writer.Add(13, p1, w1);
        writer.Add(14, Fnv.Join(p1, w0, w1));
        writer.Add(15, Fnv.Join(p2, p1, w0));
        writer.Add(16, Fnv.Join(w0, w1, w2));
        writer.Add(17, tokens.Word[token]);
        writer.Add(18, s0);
        writer.Add(19, sp, s0);
        writer.Add(20, s0, sn);
        writer.Add(21, Fnv.Join(sp, s0, sn));
        writer.Add(22, tokens.Suffix[token]);
        writer.Add(23, Suffix(token - 1));
        writer.Add(24, Suffix(token + 1));
        writer.Add(25, tokens.Prefix[token]);
        writer.Add(26, Suffix(token - 1), tokens.Suffix[token]);
        writer.Add(27, tokens.Suffix[token], Suffix(token + 1));
        writer.Add(28, Fnv.Join(Shape(token - 2), sp, s0));
        writer.Add(29, Fnv.Join(s0, sn, Shape(token + 2)));

        writer.Add(30, q0);
        writer.Add(31, Fnv.Join(qp, q0, qn));
        writer.Add(32, q0, w0);
        writer.Add(33, q0, s0);
        writer.Add(34, q0, paragraphForm);
        writer.Add(35, q0, own.QuoteBefore);
        writer.Add(36, q0, own.QuoteAfter);
        writer.Add(37, q0, own.QuoteForm);
        writer.Add(38, Fnv.Join(q0, own.QuoteForm, own.QuoteAfter));
        writer.Add(39, Fnv.Join(q0, own.QuoteForm, own.QuoteBefore));
        writer.Add(40, Fnv.Join(q0, own.QuoteBefore, own.QuoteAfter));

        var sentence = tokens.Analysis.Sentences[tokens.SentenceOf[token]];
        var position = (uint)Math.Min(token - sentence.FirstToken, 4) | (uint)Math.Min(sentence.EndToken - 1 - token, 4) << 4;
        writer.Add(41, position);
        writer.Add(42, Folded(sentence.FirstToken), q0);
        writer.Add(43, position & 15, s0);
        writer.Add(44, paragraphForm);

        uint left = Side(token, own.LeftCue), right = Side(token, own.RightCue);
        uint leftWord = own.LeftCue < 0 ? Edge : tokens.Folded[own.LeftCue], rightWord = own.RightCue < 0 ? Edge : tokens.Folded[own.RightCue];
        writer.Add(45, left);
        writer.Add(46, right);
        writer.Add(47, left, right);
        writer.Add(48, leftWord, q0);
        writer.Add(49, rightWord, q0);
        writer.Add(50, leftWord, left);
        writer.Add(51, rightWord, right);
        writer.Add(52, Fnv.Join(left, right, q0));
        writer.Add(53, Fnv.Join(left, right, s0));
        writer.Add(54, AfterCue(own.LeftCue, token), left);
        writer.Add(55, tokens.CueLevel[token], Fnv.Join(sp, sn));
        writer.Add(56, tokens.CueLevel[token], Fnv.Join(qp, qn));
        writer.Add(57, tokens.CueLevel[token], Fnv.Join(p1, w1));

        uint markLeft = MarkSide(token, own.LeftMark), markRight = MarkSide(token, own.RightMark);
        writer.Add(58, markLeft);
        writer.Add(59, markRight);
        writer.Add(60, markLeft, markRight);
        writer.Add(61, Fnv.Join(markLeft, left));
        writer.Add(62, Fnv.Join(markRight, right));
        writer.Add(63, own.QuoteClosed < 0 ? 99 : Bucket(token - own.QuoteClosed), q0);
        writer.Add(64, own.QuoteOpens < 0 ? 99 : Bucket(own.QuoteOpens - token), q0);
        writer.Add(65, Fnv.Join(own.QuoteClosed < 0 ? 99 : Bucket(token - own.QuoteClosed), s0, left));
        writer.Add(66, Fnv.Join(own.QuoteOpens < 0 ? 99 : Bucket(own.QuoteOpens - token), s0, left));
        writer.Add(67, Fnv.Join(WordAfterMark(own.LeftMark), left));
        writer.Add(68, Fnv.Join(WordAfterMark(own.RightMark), right, q0));

        uint t0 = tokens.Tag[token], tp = Tag(token - 1), tn = Tag(token + 1);
        writer.Add(69, t0);
        writer.Add(70, tp, t0);
        writer.Add(71, t0, tn);
        writer.Add(72, Fnv.Join(tp, t0, tn));
        writer.Add(73, Fnv.Join(Tag(token - 2), tp, t0));
        writer.Add(74, Fnv.Join(t0, tn, Tag(token + 2)));
        writer.Add(75, tokens.Relation[token]);
        writer.Add(76, tokens.Name[token], t0);
        var head = tokens.Head[token];
        var headWord = head < 0 ? Edge : tokens.Folded[head];
        var side = head < 0 ? 2u : head < token ? 0u : 1u;
        writer.Add(77, tokens.Relation[token], headWord);
        writer.Add(78, Fnv.Join(tokens.Relation[token], head < 0 ? Edge : tokens.Tag[head], side));
        var cue = tokens.GoverningCue[token];
        writer.Add(79, tokens.WayToCue[token], q0);
        writer.Add(80, Fnv.Join(tokens.WayToCue[token], cue < 0 ? Edge : tokens.Folded[cue]));
        writer.Add(81, Fnv.Join(tokens.WayToCue[token], cue == own.LeftCue ? 1u : cue == own.RightCue ? 2u : 3u, t0));
        writer.Add(82, Fnv.Join(tokens.WayToCue[token], Way(token - 1), Way(token + 1)));
        writer.Add(83, tokens.CueLevel[token], Fnv.Join(t0, tokens.Relation[token]));
        return writer.Count;
    }

    private void Neighbours()
    {
        int cue = -1, mark = -1, closed = -1;
        for (var i = first; i < end; i++)
        {
            var isNewSentence = i == first || tokens.SentenceOf[i] != tokens.SentenceOf[i - 1];
            if (isNewSentence) cue = mark = -1;
            ref var own = ref around[i - first];
            (own.LeftCue, own.LeftMark, own.QuoteClosed) = (cue, mark, closed);
            if (tokens.CueLevel[i] > 1) cue = i;
            if (tokens.IsMark[i]) mark = i;
            if (tokens.QuoteState[i] == TokenAttributes.ClosingMark) closed = i;
        }
        cue = mark = -1;
        var opens = -1;
        for (var i = end - 1; i >= first; i--)
        {
            var isNewSentence = i == end - 1 || tokens.SentenceOf[i] != tokens.SentenceOf[i + 1];
            if (isNewSentence) cue = mark = -1;
            ref var own = ref around[i - first];
            (own.RightCue, own.RightMark, own.QuoteOpens) = (cue, mark, opens);
            if (tokens.CueLevel[i] > 1) cue = i;
            if (tokens.IsMark[i]) mark = i;
            if (tokens.QuoteState[i] == TokenAttributes.OpeningMark) opens = i;
        }
    }

    private void Quotations()
    {
        for (var i = first; i < end; i++)
        {
            var index = tokens.QuoteIndex[i];
            if (index < 0) continue;
            ref var own = ref around[i - first];
            if (i > first && tokens.QuoteIndex[i - 1] == index)
            {
                ref readonly var before = ref around[i - first - 1];
                (own.QuoteBefore, own.QuoteAfter, own.QuoteForm) = (before.QuoteBefore, before.QuoteAfter, before.QuoteForm);
                continue;
            }
            var quote = tokens.Quotes[index];
            var last = quote.IsClosed ? quote.End - 2 : quote.End - 1;
            var ending = last > quote.First && tokens.IsMark[last] ? tokens.Folded[last] & 0xFF : 0x100;
            own.QuoteBefore = Fnv.Join(Folded(quote.First - 1), Folded(quote.First - 2));
            own.QuoteAfter = Fnv.Join(Folded(quote.End), Shape(quote.End), tokens.CueLevel.Length > quote.End && quote.End < end ? tokens.CueLevel[quote.End] : 9u);
            own.QuoteForm = Bucket(quote.End - quote.First) | ending << 4
                | (quote.First == first ? 1u << 16 : 0) | (quote.End == end ? 1u << 17 : 0) | (quote.IsClosed ? 1u << 18 : 0) | (quote.IsContinuation ? 1u << 19 : 0)
                | (quote.First > first && tokens.SentenceOf[quote.First] == tokens.SentenceOf[quote.First - 1] ? 1u << 20 : 0)
                | (quote.First + 1 < tokens.Word.Length && tokens.Shape[quote.First + 1] != 0 && char.IsUpper(tokens.Analysis.Text[tokens.Analysis.Tokens[Math.Min(quote.First + 1, tokens.Word.Length - 1)].Start]) ? 1u << 21 : 0);
        }
    }

    private uint Folded(int token) => token < first || token >= end ? Edge : tokens.Folded[token];

    private uint Shape(int token) => token < first || token >= end ? Edge : tokens.Shape[token];

    private uint Suffix(int token) => token < first || token >= end ? Edge : tokens.Suffix[token];

    private uint Tag(int token) => token < first || token >= end ? Edge : tokens.Tag[token];

    private uint Way(int token) => token < first || token >= end ? Edge : tokens.WayToCue[token];

    private uint State(int token) => token < first || token >= end ? 15u : tokens.QuoteState[token];

    private uint Side(int token, int cue) => cue < 0 ? 0xFFu : tokens.CueLevel[cue] | Bucket(Math.Abs(token - cue)) << 4;

    private uint MarkSide(int token, int mark) => mark < 0 ? Edge : Fnv.Join(tokens.Folded[mark], Bucket(Math.Abs(token - mark)));

    // The word right after the cue tells a clause ("that") from an object.
    private uint AfterCue(int cue, int token) => cue < 0 || cue + 1 >= token ? Edge : tokens.Folded[cue + 1];

    private uint WordAfterMark(int mark) => mark < 0 ? Edge : Folded(mark + 1);

    private static uint Bucket(int distance) => distance switch
    {
        <= 5 => (uint)Math.Max(distance, 0),
        <= 8 => 6,
        <= 12 => 7,
        <= 20 => 8,
        <= 35 => 9,
        _ => 10,
    };

    // What stands around a token: of the quotation it stands in the words before and after it and its form, and the nearest cues, marks
    // and borders of quotations on either side, -1 where there are none.
    private struct Around
    {
        public uint QuoteBefore, QuoteAfter, QuoteForm;
        public int LeftCue, RightCue, LeftMark, RightMark, QuoteClosed, QuoteOpens;
    }

    private ref struct Writer(Span<uint> features)
    {
        private readonly Span<uint> features = features;

        public int Count { get; private set; }

        public void Add(uint template, uint value) => features[Count++] = Fnv.Join(template, value);

        public void Add(uint template, uint a, uint b) => features[Count++] = Fnv.Join(template, a, b);
    }
}
