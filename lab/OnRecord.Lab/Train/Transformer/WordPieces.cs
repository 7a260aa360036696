using System.Globalization;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Cuts text into word pieces as the uncased models of BERT do (Devlin et al. 2019, after Wu et al. 2016): small letters without
/// accents, marks by themselves, each word cut into the longest pieces that the vocabulary has. Each piece knows the characters
/// of the text it was made from. Immutable; safe to share between threads.
/// </summary>
internal sealed class WordPieces
{
    private const int LongestWord = 100;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly int unknown;

    public WordPieces(IEnumerable<string> vocabulary)
    {
        foreach (var piece in vocabulary)
        {
            if (piece.Length > 0) ids.TryAdd(piece, ids.Count);
        }
        (Opening, Closing, unknown) = (ids["[CLS]"], ids["[SEP]"], ids["[UNK]"]);
    }

    /// <summary>The piece that stands before every passage.</summary>
    public int Opening { get; }

    /// <summary>The piece that stands after it.</summary>
    public int Closing { get; }

    /// <summary>The pieces of a text with the span of each, the opening and the closing one with empty spans.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The largest number of pieces; what comes later is left out.</param>
    public PieceRun Cut(ReadOnlySpan<char> text, int most)
    {
        var (pieces, spans) = (new List<int> { Opening }, new List<TextSpan> { new(0, 0) });
        var word = new StringBuilder();
        var places = new List<int>();
        var at = 0;
        while (at < text.Length && pieces.Count < most - 1)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var taken);
            var isMark = IsMark(rune);
            if (isMark || Rune.IsWhiteSpace(rune)) AddWord(word, places, at, pieces, spans);
            if (isMark)
            {
                word.Append(rune);
                places.AddRange(Enumerable.Repeat(at, word.Length));
                AddWord(word, places, at + taken, pieces, spans);
            }
            else if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) AddLetters(rune, at, word, places);
            at += taken;
        }
        AddWord(word, places, at, pieces, spans);
        var kept = Math.Min(pieces.Count, most - 1);
        return new PieceRun([.. pieces.Take(kept), Closing], [.. spans.Take(kept), new TextSpan(at, at)]);
    }

    // Where the runtime knows no normal forms, letters keep their accents.
    private static void AddLetters(Rune rune, int at, StringBuilder word, List<int> places)
    {
        foreach (var part in Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark) continue;
            word.Append(part);
            while (places.Count < word.Length) places.Add(at);
        }
    }

    private void AddWord(StringBuilder letters, List<int> places, int end, List<int> pieces, List<TextSpan> spans)
    {
        if (letters.Length == 0) return;
        var word = letters.ToString();
        var first = pieces.Count;
        for (var from = 0; from < word.Length;)
        {
            var (to, id) = (word.Length, -1);
            for (; to > from && word.Length <= LongestWord; to--)
            {
                if (ids.TryGetValue(from == 0 ? word[..to] : "##" + word[from..to], out id)) break;
                id = -1;
            }
            if (id < 0)
            {
                pieces.RemoveRange(first, pieces.Count - first);
                spans.RemoveRange(first, spans.Count - first);
                pieces.Add(unknown);
                spans.Add(new TextSpan(places[0], end));
                break;
            }
            pieces.Add(id);
            spans.Add(new TextSpan(places[from], to < word.Length ? Math.Max(places[to], places[from]) : end));
            from = to;
        }
        letters.Clear();
        places.Clear();
    }

    // What is neither letter, digit nor space among the ASCII characters, and what Unicode calls punctuation.
    private static bool IsMark(Rune rune) => rune.IsAscii
        ? rune.Value > ' ' && rune.Value < 127 && !Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
}
