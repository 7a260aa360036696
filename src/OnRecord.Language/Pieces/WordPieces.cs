using System.Globalization;
using System.Text;
using OnRecord.Language.Learning;
using OnRecord.Language.Text;

namespace OnRecord.Language.Pieces;

/// <summary>
/// Cuts text into word pieces as the uncased models of BERT do (Devlin et al. 2019, after Wu et al. 2016): small letters without
/// accents, marks by themselves, each word cut into the longest pieces that the vocabulary has. Each piece knows the characters
/// of the text it was made from. Immutable; safe to share between threads.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>What a piece that goes on with a word begins with in a vocabulary.</summary>
    public const string Within = "##";

    private const int LongestWord = 100;

    // The small letters of the blocks Latin-1 Supplement and Latin Extended-A without their accents, by the decompositions of Unicode:
    // not every runtime knows them.
    private const char FirstAccented = '\u00C0';
    private const string Unaccented =
        "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy" +
        "aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ" +
        "ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

    // The hash of a piece: FNV-1a with 64 bits over UTF-16 units. Weight files depend on it.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static readonly ulong BasisWithin = Hash(Within);

    private readonly HashIndex index;
    private readonly int unknown;

    /// <param name="vocabulary">The pieces in the order of their rows.</param>
    public WordPieces(IEnumerable<string> vocabulary)
        : this([.. vocabulary.Where(piece => piece.Length > 0).Distinct(StringComparer.Ordinal).Select(piece => Hash(piece))])
    {
    }

    /// <param name="keys">The hash of each piece, in the order of their rows.</param>
    public WordPieces(ulong[] keys)
    {
        index = new HashIndex(keys);
        (Opening, Closing, unknown) = (Special("[CLS]"), Special("[SEP]"), Special("[UNK]"));

        int Special(string piece) => index.Find(Hash(piece)) is >= 0 and var row ? row : throw new ArgumentException($"The vocabulary has no piece {piece}.", nameof(keys));
    }

    /// <summary>The piece that stands before every passage.</summary>
    public int Opening { get; }

    /// <summary>The piece that stands after it.</summary>
    public int Closing { get; }

    /// <summary>The hash of a piece as a vocabulary writes it.</summary>
    public static ulong Hash(ReadOnlySpan<char> piece) => Hash(piece, Basis);

    /// <summary>The pieces of a text with the span of each, the opening and the closing one with empty spans.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The largest number of pieces; what comes later is left out.</param>
    public PieceRun Cut(ReadOnlySpan<char> text, int most)
    {
        var run = new Run(this);
        var at = 0;
        while (at < text.Length && run.Pieces.Count < most - 1)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var taken);
            var isMark = IsMark(rune);
            if (isMark || Rune.IsWhiteSpace(rune)) run.EndWord(at);
            if (isMark)
            {
                run.AddLetter(rune, at);
                run.EndWord(at + taken);
            }
            else if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) AddLetters(rune, at, run);
            at += taken;
        }
        run.EndWord(at);
        var kept = Math.Min(run.Pieces.Count, most - 1);
        return new PieceRun([.. run.Pieces.Take(kept), Closing], [.. run.Spans.Take(kept), new TextSpan(at, at)]);
    }

    // Letters of other scripts stay as they are, and marks that stand by themselves are left out.
    private static void AddLetters(Rune rune, int at, Run run)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) return;
        var isAccented = rune.Value >= FirstAccented && rune.Value < FirstAccented + Unaccented.Length;
        run.AddLetter(isAccented ? new Rune(Unaccented[rune.Value - FirstAccented]) : Rune.ToLowerInvariant(rune), at);
    }

    private static ulong Hash(ReadOnlySpan<char> characters, ulong basis)
    {
        foreach (var c in characters) basis = (basis ^ c) * Prime;
        return basis;
    }

    // What is neither letter, digit nor space among the ASCII characters, and what Unicode calls punctuation.
    private static bool IsMark(Rune rune) => rune.IsAscii
        ? rune.Value > ' ' && rune.Value < 127 && !Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    // The pieces so far, and the letters of the word that is being read, each with its place in the text.
    private sealed class Run(WordPieces vocabulary)
    {
        private readonly List<char> letters = [];
        private readonly List<int> places = [];

        public List<int> Pieces { get; } = [vocabulary.Opening];

        public List<TextSpan> Spans { get; } = [new(0, 0)];

        public void AddLetter(Rune rune, int at)
        {
            // Whatever comes after so many, the word is one that nobody knows.
            if (letters.Count > LongestWord) return;
            Span<char> units = stackalloc char[2];
            for (var i = 0; i < rune.EncodeToUtf16(units); i++)
            {
                letters.Add(units[i]);
                places.Add(at);
            }
        }

        public void EndWord(int end)
        {
            if (letters.Count == 0) return;
            var first = Pieces.Count;
            Span<ulong> hashes = stackalloc ulong[LongestWord];
            for (var from = 0; from < letters.Count;)
            {
                var (to, row) = letters.Count <= LongestWord ? Longest(from, hashes) : (from, -1);
                if (row < 0)
                {
                    Pieces.RemoveRange(first, Pieces.Count - first);
                    Spans.RemoveRange(first, Spans.Count - first);
                    Pieces.Add(vocabulary.unknown);
                    Spans.Add(new TextSpan(places[0], end));
                    break;
                }
                Pieces.Add(row);
                Spans.Add(new TextSpan(places[from], to < letters.Count ? Math.Max(places[to], places[from]) : end));
                from = to;
            }
            letters.Clear();
            places.Clear();
        }

        // The longest piece that begins there: where it ends, and its row.
        private (int To, int Row) Longest(int from, Span<ulong> hashes)
        {
            var hash = from == 0 ? Basis : BasisWithin;
            for (var to = from; to < letters.Count; to++) hashes[to] = hash = (hash ^ letters[to]) * Prime;
            for (var to = letters.Count; to > from; to--)
            {
                if (vocabulary.index.Find(hashes[to - 1]) is >= 0 and var row) return (to, row);
            }
            return (from, -1);
        }
    }
}
