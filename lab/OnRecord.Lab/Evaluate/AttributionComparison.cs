using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;
using OnRecord.Models.English;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// What new weights win and lose, attribution by attribution: gold attributions that are found or no longer found, and
/// predictions that are right for no gold one and are new or gone. Found is what shares at least half of each part.
/// </summary>
internal static class AttributionComparison
{
    private const int LongestWords = 60;

    public static int Run(string older, string newer, string corpora, TextWriter output)
    {
        var documents = AttributionEvaluation.Corpus(corpora);
        var before = Read(documents, older);
        var after = Read(documents, newer);
        Write(documents, before, after, output);
        return 0;
    }

    /// <summary>Prints the differences of two readings of the same documents, and how many of each kind there are.</summary>
    public static void Write(List<AttributionDocument> documents, List<List<Attribution>> before, List<List<Attribution>> after, TextWriter output)
    {
        var tally = new SortedDictionary<(string What, string Kind), int>();
        for (var d = 0; d < documents.Count; d++)
        {
            var document = documents[d];
            var old = Matched.Of(document, before[d]);
            var now = Matched.Of(document, after[d]);
            for (var g = 0; g < document.Attributions.Count; g++)
            {
                if (old.Found.Contains(g) == now.Found.Contains(g)) continue;
                var a = document.Attributions[g];
                Line(old.Found.Contains(g) ? "lost" : "won", document, $"gold {g + 1}", now.Gold[g].Kind, a.Source, a.Cue, a.Content);
            }
            Differences("gone", old, before[d], now);
            Differences("new", now, after[d], old);

            void Differences(string what, Matched own, List<Attribution> read, Matched other)
            {
                for (var i = 0; i < read.Count; i++)
                {
                    if (own.Right.Contains(i) || other.Own.Any(o => o.IsEqualTo(own.Own[i]))) continue;
                    Line(what, document, read[i].Id, own.Own[i].Kind, read[i].Source, read[i].Cue, read[i].Content);
                }
            }
        }
        output.WriteLine();
        foreach (var group in tally.GroupBy(t => t.Key.What))
        {
            output.WriteLine(FormattableString.Invariant($"{group.Key,-5} {group.Sum(t => t.Value),5}   {string.Join("   ", group.Select(t => $"{t.Key.Kind} {t.Value}"))}"));
        }

        void Line(string what, AttributionDocument document, string id, string kind, IReadOnlyList<TextSpan> source, IReadOnlyList<TextSpan> cue, IReadOnlyList<TextSpan> content)
        {
            var name = kind.TrimStart('-');
            tally[(what, name)] = tally.GetValueOrDefault((what, name)) + 1;
            output.WriteLine($"{what,-5} {document.Id} {id}   {name} [{Words(document.Text, source)}] <{Words(document.Text, cue)}> {{{Words(document.Text, content)}}}");
        }
    }

    private static List<List<Attribution>> Read(List<AttributionDocument> documents, string path)
    {
        var models = Weights(path);
        var analyser = EnglishAnalyser.Create(models);
        var reader = new AttributionReader(models.Open("attribution"), WordVectors.Load(models.Open(WordVectors.ModelName)));
        return [.. documents.Select(document => reader.Read(analyser.Analyse(document.Text)).Where(a => a.Inside is null).ToList())];
    }

    private static ModelSet Weights(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) throw new OnRecordException(DiagnosticCodes.NotFound, $"There is no '{path}'. Give a folder of weights, or a file attribution.orm.");
        return new ModelSet(path, name =>
        {
            var own = Directory.Exists(path) ? Path.Combine(path, name + ".orm") : name == "attribution" ? path : "";
            return File.Exists(own) ? File.OpenRead(own) : typeof(EnglishModels).Assembly.GetManifestResourceStream(name + ".orm");
        });
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans)
    {
        var words = string.Join(" … ", spans.Select(span => span.Slice(text).ReplaceLineEndings(" ")));
        return words.Length <= LongestWords ? words : words[..(LongestWords / 2)] + " [...] " + words[^(LongestWords / 2)..];
    }

    private sealed record Matched(List<ScoredAttribution> Own, List<ScoredAttribution> Gold, HashSet<int> Right, HashSet<int> Found)
    {
        public static Matched Of(AttributionDocument document, List<Attribution> read)
        {
            var (own, gold) = ScoredAttribution.Of(document, read);
            var (right, found) = ScoredAttribution.Pair(own, gold, (p, g) => p.SharesHalfWith(g));
            return new Matched(own, gold, right, found);
        }
    }
}
