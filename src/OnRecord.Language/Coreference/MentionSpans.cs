using System.Buffers;
using OnRecord.Language.Syntax;
using OnRecord.Language.Tags;
using OnRecord.Language.Tokens;

namespace OnRecord.Language.Coreference;

/// <summary>
/// The phrases of a text that may be mentions, by their heads: noun phrases with all that modifies them but without
/// appositions, coordinated phrases as a whole and each by itself, pronouns, and the nouns inside compounds. Linear.
/// </summary>
internal static class MentionSpans
{
    /// <summary>Adds the phrases of a sentence.</summary>
    public static void Find(Analysis analysis, Sentence sentence, List<(int First, int End, int Head, bool IsCoordination)> found)
    {
        var grammar = analysis.Grammar!;
        var n = sentence.Count;
        var pool = ArrayPool<int>.Shared;
        var room = pool.Rent(n * 9);
        try
        {
            // Of each word: the range of all that hangs on it, of the words of its own phrase, and of the phrase with what is coordinated with it.
            Span<int> low = room.AsSpan(0, n), high = room.AsSpan(n, n), first = room.AsSpan(2 * n, n), last = room.AsSpan(3 * n, n), all = room.AsSpan(4 * n, n), waiting = room.AsSpan(5 * n, n), queue = room.AsSpan(6 * n, n), joined = room.AsSpan(7 * n, n), copulas = room.AsSpan(8 * n, n);
            for (var i = 0; i < n; i++)
            {
                low[i] = high[i] = first[i] = last[i] = all[i] = i;
                waiting[i] = joined[i] = copulas[i] = 0;
            }
            for (var i = 0; i < n; i++)
            {
                if (Head(i) is not (>= 0 and var head)) continue;
                waiting[head]++;
                if (grammar.Relation(sentence.FirstToken + i) is "cop" || IsSubject(grammar.Relation(sentence.FirstToken + i))) copulas[head] = 1;
            }
            var filled = 0;
            for (var i = 0; i < n; i++)
            {
                if (waiting[i] == 0) queue[filled++] = i;
            }
            for (var at = 0; at < filled; at++)
            {
                var i = queue[at];
                if (Head(i) is not (>= 0 and var head)) continue;
                low[head] = Math.Min(low[head], low[i]);
                high[head] = Math.Max(high[head], high[i]);
                var relation = grammar.Relation(sentence.FirstToken + i);
                if (relation == "conj")
                {
                    joined[head] = 1;
                    all[head] = Math.Max(all[head], high[i]);
                }
                else if (IsInside(relation, i, head, copulas[head] == 1))
                {
                    first[head] = Math.Min(first[head], low[i]);
                    last[head] = Math.Max(last[head], high[i]);
                }
                if (--waiting[head] == 0) queue[filled++] = head;
            }
            for (var i = 0; i < n; i++)
            {
                var token = sentence.FirstToken + i;
                if (!MayHead(token)) continue;
                Add(first[i], last[i], token, false);
                if (joined[i] == 1 && all[i] > last[i]) Add(first[i], all[i], token, true);
            }
        }
        finally
        {
            pool.Return(room);
        }

        int Head(int i) => grammar.Head(sentence.FirstToken + i) is >= 0 and var head ? head - sentence.FirstToken : -1;

        bool IsInside(string relation, int i, int head, bool isPredicate) => relation switch
        {
            "det" or "amod" or "nummod" or "compound" or "flat" or "fixed" or "goeswith" or "det:predet" or "nmod" or "nmod:poss" or "nmod:desc" or "nmod:unmarked" or "acl" or "acl:relcl" or "compound:prt" => true,
            "case" => grammar.PennTag(sentence.FirstToken + i) == "POS",
            "advmod" => !isPredicate && i < head,
            _ => relation.StartsWith("nmod", StringComparison.Ordinal) || relation.StartsWith("flat", StringComparison.Ordinal),
        };

        bool MayHead(int token)
        {
            var relation = grammar.Relation(token);
            var word = analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
            switch (grammar.Tag(token))
            {
                case UniversalTag.Noun or UniversalTag.ProperNoun:
                    return relation is not ("fixed" or "goeswith" or "nmod:desc") && !relation.StartsWith("flat", StringComparison.Ordinal);
                case UniversalTag.Pronoun:
                    return PronounWords.Of(word) != PronounClass.None ? grammar.PennTag(token) is not ("WDT" or "WP" or "IN") : grammar.PennTag(token) is "NN" && relation is not "expl";
                case UniversalTag.Numeral or UniversalTag.Adjective or UniversalTag.Determiner:
                    return relation is "nsubj" or "obj" or "obl" or "nsubj:pass" or "obl:unmarked" or "nmod" or "nmod:unmarked" or "root" && grammar.PennTag(token) == "CD";
                default:
                    return false;
            }
        }

        void Add(int from, int to, int head, bool isCoordination)
        {
            var (a, b) = (sentence.FirstToken + from, sentence.FirstToken + to);
            while (a < head && IsOuter(a)) a++;
            while (b > head && IsOuter(b)) b--;
            found.Add((a, b + 1, head, isCoordination));
        }

        bool IsOuter(int token) => grammar.Tag(token) is UniversalTag.Punctuation or UniversalTag.Coordinator;
    }

    private static bool IsSubject(string relation) => relation.StartsWith("nsubj", StringComparison.Ordinal) || relation.StartsWith("csubj", StringComparison.Ordinal);
}
