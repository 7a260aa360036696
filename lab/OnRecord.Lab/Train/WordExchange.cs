using System.Text;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train;

/// <summary>
/// Makes texts of others by exchanging some of their words for others of the same Penn tag, out of the same collection: the same
/// things said of other things.
/// </summary>
internal sealed class WordExchange
{
    private const float Share = 0.2f;

    private readonly Dictionary<string, List<string>> words = new(StringComparer.Ordinal);

    /// <param name="analyses">The collection that the words are taken from, with its grammar.</param>
    public WordExchange(IEnumerable<Analysis> analyses)
    {
        foreach (var analysis in analyses)
        {
            for (var i = 0; i < analysis.Tokens.Count; i++)
            {
                var tag = analysis.Grammar!.PennTag(i);
                if (!IsExchanged(tag)) continue;
                if (!words.TryGetValue(tag, out var known)) words[tag] = known = [];
                known.Add(analysis.Tokens[i].Span.Slice(analysis.Text));
            }
        }
    }

    /// <summary>A text with a fifth of its nouns, names, verbs, adjectives, adverbs and numbers exchanged.</summary>
    /// <param name="analysis">The text, with its grammar.</param>
    /// <param name="chance">Decides which words, and for which.</param>
    /// <param name="isKept">Whether a token stays as it is.</param>
    /// <param name="tokens">Where each token stands in what is made.</param>
    public string Make(Analysis analysis, Xorshift chance, Func<int, bool> isKept, out TextSpan[] tokens)
    {
        var (text, at) = (new StringBuilder(), 0);
        tokens = new TextSpan[analysis.Tokens.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = analysis.Tokens[i].Span;
            text.Append(analysis.Text, at, span.Start - at);
            var start = text.Length;
            if (words.TryGetValue(analysis.Grammar!.PennTag(i), out var others) && !isKept(i) && chance.NextSingle() < Share) text.Append(others[chance.Next(others.Count)]);
            else text.Append(analysis.Text, span.Start, span.Length);
            tokens[i] = new TextSpan(start, text.Length);
            at = span.End;
        }
        return text.Append(analysis.Text, at, analysis.Text.Length - at).ToString();
    }

    private static bool IsExchanged(string tag) => tag[0] is 'N' or 'V' or 'J' or 'R' or 'C' && tag is not ("CC" or "RP");
}
