using System.Collections.Frozen;
using OnRecord.Language.Text;

namespace OnRecord.Language.Tokens;

/// <summary>
/// Ends sentences inside a paragraph, by the tokens that can end one and what follows; a judge may have the last word.
/// Linear; stateless.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>A longer sentence is cut: no sentence of prose comes near it, and everything after works on whole sentences.</summary>
    public const int LongestSentence = 1000;

    // Words that begin a sentence far more often than they stand inside one with a capital letter.
    private static readonly FrozenSet<string> Starters =
        "A After Although An And Another Any As At Before Both But By During Each Even For From He Her Here His How However I If In It Its Later Many Meanwhile Most Neither No Nor Not Now On Once One Only Or Other Our Over Since She So Some Still Such That The Their Then There These They This Those Though Through To Under Until We What When Where Whether Which While Who Why With Without Yet You Your"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the sentences of one paragraph.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">All tokens.</param>
    /// <param name="first">The paragraph's first token.</param>
    /// <param name="end">The token after its last.</param>
    /// <param name="paragraph">The paragraph's index.</param>
    /// <param name="isApart">Whether the paragraph is furniture.</param>
    /// <param name="judge">Decides each place where a sentence may end; null where the rules decide.</param>
    /// <param name="sentences">Takes the sentences.</param>
    public static void Split(ReadOnlySpan<char> text, List<Token> tokens, int first, int end, int paragraph, bool isApart, SentenceJudge? judge, List<Sentence> sentences)
    {
        var start = first;
        var soFar = new SentenceSoFar();
        for (var i = first; i < end; i++)
        {
            soFar.Take(text, tokens[i]);
            var stop = i + 1;
            var isMarked = EndsAt(text, tokens, i, end);
            // Closing marks belong to the sentence they close.
            while (isMarked && stop < end && stop - start < LongestSentence && IsClosing(text, tokens, stop, start)) soFar.Take(text, tokens[stop++]);
            var isEnd = stop >= end;
            if (!isEnd && (isMarked || judge is not null && GapFeatures.MayEnd(text, tokens[i], tokens[stop])))
            {
                isEnd = isMarked && BeginsAt(text, tokens, i, stop, end);
                if (judge is not null) isEnd = Ask(text, tokens, first, end, stop, soFar, isMarked, isEnd, judge);
            }
            var isCut = !isEnd && stop - start >= LongestSentence;
            if (isEnd || isCut)
            {
                sentences.Add(new Sentence(start, stop, new TextSpan(tokens[start].Start, tokens[stop - 1].End), paragraph, isApart, isCut));
                start = stop;
                soFar.End(isMarked);
            }
            i = stop - 1;
        }
    }

    private static bool Ask(ReadOnlySpan<char> text, List<Token> tokens, int first, int end, int gap, SentenceSoFar soFar, bool isMarked, bool isRuled, SentenceJudge judge)
    {
        Span<uint> features = stackalloc uint[GapFeatures.Count];
        GapFeatures.Compute(text, tokens, first, end, gap, soFar, isRuled ? 2u : isMarked ? 1u : 0u, features);
        return judge(tokens[gap - 1].End, isRuled, features);
    }

    private static bool EndsAt(ReadOnlySpan<char> text, List<Token> tokens, int index, int end)
    {
        var token = tokens[index];
        var last = text[token.End - 1];
        if (last is '!' or '?' or '\u2026' or '\u3002') return true;
        if (last != '.') return false;
        var word = text[token.Start..(token.End - 1)];
        if (word.Length == 0 || word[^1] == '.' && !word.ContainsAnyExcept('.')) return true;
        // A token with its own stop: an abbreviation or an initial.
        if (word.Length == 1 && char.IsLetter(word[0]) || Abbreviations.IsLeading(word)) return false;
        if (index + 1 >= end) return true;
        var next = tokens[index + 1].Span.Slice(text);
        return char.IsUpper(next[0]) && Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) || IsOpeningMark(next[0]) && tokens[index + 1].Start > token.End;
    }

    private static bool IsOpeningMark(char c) => c is '\u201C' or '"' or '\u00AB';

    private static bool IsClosing(ReadOnlySpan<char> text, List<Token> tokens, int index, int start)
    {
        var token = tokens[index];
        var c = text[token.Start];
        var isGlued = token.Start == tokens[index - 1].End;
        return c switch
        {
            '\u201D' or '\u2019' or ')' or ']' or '\u00BB' => token.End - token.Start <= 2,
            // A straight mark closes where it touches what stands before it, and more have been opened than closed.
            '"' or '\'' => isGlued && token.End - token.Start <= 2,
            '.' or '!' or '?' or '\u2026' => isGlued,
            _ => false,
        };
    }

    private static bool BeginsAt(ReadOnlySpan<char> text, List<Token> tokens, int ended, int next, int end)
    {
        var token = tokens[next];
        // "word.Next" without a space is as often an address or a slip as an end.
        if (token.Start == tokens[next - 1].End && text[token.Start] is not ('"' or '\u201C')) return next > ended + 1 && char.IsUpper(text[token.Start]);
        var at = next;
        while (at < end && at < next + 3 && (IsOpeningMark(text[tokens[at].Start]) || text[tokens[at].Start] is '(' or '[' or '\'' or '\u2018' or '-' or '\u2014' or '\u2022' or '*')) at++;
        if (at >= end) return true;
        var first = text[tokens[at].Start];
        var isPlainStop = text[tokens[ended].Start] == '.' && tokens[ended].End - tokens[ended].Start == 1;
        // Web text often goes on in small letters; a plain stop after a word of some length still ends the sentence.
        if (char.IsLower(first))
        {
            if (at != next || next != ended + 1 || ended == 0) return false;
            var before = tokens[ended - 1];
            // "Yahoo! declined": a mark after a name may be part of it.
            var mark = text[tokens[ended].Start];
            return mark == '?' || mark == '!' && !char.IsUpper(text[before.Start]) || isPlainStop && before.End - before.Start > 1 && char.IsLower(text[before.End - 1]);
        }
        if (char.IsDigit(first)) return isPlainStop || text[tokens[ended].End - 1] is '!' or '?';
        return char.IsLetter(first) || at > next || char.IsSurrogate(first) || first is '$' or '\u20AC' or '\u00A3' or '#' or '@';
    }
}
