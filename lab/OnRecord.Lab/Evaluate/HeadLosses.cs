using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Says where heads are lost: to tokens, to the borders of sentences, or to the parser, and there by relation and distance.</summary>
internal static class HeadLosses
{
    public static void Write(string corpus, List<TreebankDocument> documents, EnglishAnalyser analyser, TextWriter output)
    {
        var causes = new Tally();
        var relations = new Tally();
        var distances = new Tally();
        foreach (var document in documents)
        {
            var analysis = analyser.Analyse(document.Text);
            var own = new Dictionary<TextSpan, int>();
            foreach (var token in Enumerable.Range(0, analysis.Tokens.Count)) own[analysis.Tokens[token].Span] = token;
            var sentences = analysis.Sentences.Select(s => s.Span).ToHashSet();
            foreach (var sentence in document.Sentences)
            {
                for (var number = 0; number < sentence.Words.Count; number++)
                {
                    var word = sentence.Words[number];
                    if (!own.TryGetValue(word.Span, out var token))
                    {
                        causes.Add("the word is no token", isWrong: true);
                        continue;
                    }
                    var head = analysis.Grammar!.Head(token);
                    var isWrong = head < 0 ? word.Head >= 0 : word.Head < 0 || analysis.Tokens[head].Span != sentence.Words[word.Head].Span;
                    if (word.Head >= 0 && !own.ContainsKey(sentence.Words[word.Head].Span)) causes.Add("its head is no token", isWrong);
                    else if (!sentences.Contains(sentence.Span)) causes.Add("its sentence has other borders", isWrong);
                    else
                    {
                        causes.Add("the parser", isWrong);
                        relations.Add(word.Relation.Split(':')[0], isWrong);
                        distances.Add(word.Head < 0 ? "root" : Rung(Math.Abs(number - word.Head)), isWrong);
                    }
                }
            }
        }
        causes.Write(corpus, "heads by cause", output);
        relations.Write(corpus, "parser by relation", output);
        distances.Write(corpus, "parser by distance", output);
    }

    private static string Rung(int distance) => distance switch
    {
        1 => "1",
        2 => "2",
        <= 4 => "3 to 4",
        <= 8 => "5 to 8",
        <= 16 => "9 to 16",
        _ => "over 16",
    };

    private sealed class Tally
    {
        private readonly Dictionary<string, (int Wrong, int All)> rows = new(StringComparer.Ordinal);

        public void Add(string row, bool isWrong)
        {
            var (wrong, all) = rows.GetValueOrDefault(row);
            rows[row] = (isWrong ? wrong + 1 : wrong, all + 1);
        }

        public void Write(string corpus, string title, TextWriter output)
        {
            foreach (var (row, (wrong, all)) in rows.OrderByDescending(r => r.Value.Wrong).ThenBy(r => r.Key, StringComparer.Ordinal))
            {
                output.WriteLine(FormattableString.Invariant($"{corpus} {title}: {row,-32} {wrong,6} of {all,6}"));
            }
        }
    }
}
