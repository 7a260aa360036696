using System.Text;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// Sentences of politics that a teacher labels for its pupils: of news, of speeches to the United Nations, of state speeches and
/// manifestos, without what anybody annotated in them. Always the same ones in the same order.
/// </summary>
internal static class UnlabelledSentences
{
    private const int FewestWords = 5, MostWords = 34;

    /// <summary>The sentences, none of them twice and none that is one of the corpus.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="of">The corpus the pupils are for.</param>
    /// <param name="gold">Its sentences.</param>
    /// <param name="analyser">Analyses the texts.</param>
    /// <param name="most">How many of news, and how many of speeches.</param>
    public static List<Sample> Read(string corpora, InterpretCorpus of, IReadOnlyList<Sample> gold, EnglishAnalyser analyser, int most)
    {
        var seen = gold.Select(s => Key(s.Text)).ToHashSet(StringComparer.Ordinal);
        var samples = new List<Sample>();
        Add(Spread(NewsTexts.Read(Path.Combine(corpora, "polnear", "train.jsonl.gz"))), most);
        Add(Spread([.. TarFiles.Read(Path.Combine(corpora, "speeches", "un-general-debate-2010-2024.tar.gz")).Select(f => Unwrapped(Encoding.UTF8.GetString(f.Bytes)))]), most);
        foreach (var other in InterpretCorpus.All.Where(c => c != of && c.Task != ClassifierTask.Events)) Add(other.Read(Path.Combine(corpora, other.TrainFile)).Select(s => s.Text), most);
        return samples;

        void Add(IEnumerable<string> texts, int most)
        {
            var room = samples.Count + most;
            foreach (var text in texts)
            {
                var analysis = analyser.Analyse(text);
                foreach (var sentence in analysis.Sentences)
                {
                    var words = sentence.EndToken - sentence.FirstToken;
                    var wording = sentence.Span.Slice(text).ToString();
                    if (words is < FewestWords or > MostWords || !seen.Add(Key(wording))) continue;
                    samples.Add(Sample.Of(of.Task, new SentenceView(analysis, sentence.FirstToken, sentence.EndToken), wording));
                    if (samples.Count == room) return;
                }
            }
        }
    }

    /// <summary>A run of each sentence's words, long enough to say something: more of what the corpus talks like.</summary>
    public static List<Sample> Parts(InterpretCorpus of, IReadOnlyList<Sample> gold, EnglishAnalyser analyser)
    {
        var chance = new Xorshift(23);
        var parts = new List<Sample>();
        foreach (var sample in gold)
        {
            var words = sample.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var length = Math.Max(Math.Min(words.Length, FewestWords), (int)(words.Length * (0.35 + 0.5 * chance.NextSingle())));
            var text = string.Join(' ', words.Skip(chance.Next(words.Length - length + 1)).Take(length));
            var analysis = analyser.Analyse(text);
            parts.Add(Sample.Of(of.Task, new SentenceView(analysis, 0, analysis.Tokens.Count), text) with { Group = sample.Group });
        }
        return parts;
    }

    /// <summary>Each sentence with some of its words exchanged for others of their tag: a debate of the same things in other words.</summary>
    public static List<Sample> Exchanged(InterpretCorpus of, IReadOnlyList<Sample> gold, EnglishAnalyser analyser, int times)
    {
        var chance = new Xorshift(29);
        var analyses = gold.Select(s => analyser.Analyse(s.Text)).ToList();
        var exchange = new WordExchange(analyses);
        var exchanged = new List<Sample>();
        for (var time = 0; time < times; time++)
        {
            for (var s = 0; s < gold.Count; s++)
            {
                var wording = exchange.Make(analyses[s], chance, _ => false, out _);
                var read = analyser.Analyse(wording);
                exchanged.Add(Sample.Of(of.Task, new SentenceView(read, 0, read.Tokens.Count), wording) with { Group = gold[s].Group });
            }
        }
        return exchanged;
    }

    // Texts from the whole of a collection, by steps that meet each once.
    private static IEnumerable<string> Spread(List<string> texts)
    {
        const int Step = 7919;
        for (var i = 0; i < texts.Count; i++) yield return texts[(int)((long)i * Step % texts.Count)];
    }

    // Some transcripts break lines inside sentences.
    private static string Unwrapped(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            lines.Append(line.TrimEnd());
            lines.Append(lines.Length > 0 && lines[^1] is '.' or '!' or '?' or '\u201D' ? '\n' : ' ');
        }
        return lines.ToString();
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
