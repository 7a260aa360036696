using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train;

/// <summary>Trains the links between cues and their sources and contents on gold spans: a logistic regression over pairs.</summary>
internal static class LinkTraining
{
    private const int Epochs = 12;
    private const int LeastCount = 2;
    private const int Reach = 6;

    public static List<(uint Feature, float[] Weights)> Train(List<AttributionDocument> documents, List<Analysis> analyses, CueLexicon cues, TextWriter log)
    {
        var table = new FeatureTable();
        ForEachPair(documents, analyses, cues, (features, _) => table.Count(features));
        table.Freeze(LeastCount);
        var pairs = new List<(int[] Rows, bool IsLink)>();
        ForEachPair(documents, analyses, cues, (features, isLink) => pairs.Add((table.Rows(features), isLink)));
        var weights = new float[table.Features.Count];
        var squares = new float[weights.Length];
        var random = new Xorshift(7);
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var index in order)
            {
                var (rows, isLink) = pairs[index];
                var sum = 0f;
                foreach (var row in rows) sum += weights[row];
                var gradient = 1 / (1 + MathF.Exp(-sum)) - (isLink ? 1 : 0);
                if (sum > 0 != isLink) wrong++;
                foreach (var row in rows)
                {
                    var g = gradient + 1e-5f * weights[row];
                    squares[row] += g * g;
                    weights[row] -= 0.1f * g / (MathF.Sqrt(squares[row]) + 1e-6f);
                }
            }
            if (epoch == Epochs - 1) log.WriteLine($"links: {pairs.Count} pairs, {table.Features.Count} features, {wrong} wrong in the last epoch");
        }
        return [.. table.Features.Select((f, row) => (f, new[] { weights[row] }))];
    }

    private static void ForEachPair(List<AttributionDocument> documents, List<Analysis> analyses, CueLexicon cues, Visitor visit)
    {
        var buffer = new uint[LinkFeatures.MostFeatures];
        for (var d = 0; d < documents.Count; d++)
        {
            var tokens = new TokenAttributes(analyses[d], cues);
            foreach (var (spans, owners) in GoldSpans(documents[d], analyses[d], tokens))
            {
                for (var c = 0; c < spans.Count; c++)
                {
                    if (spans[c].Role != Role.CueBegins) continue;
                    for (var o = Math.Max(0, c - Reach); o < Math.Min(spans.Count, c + Reach + 1); o++)
                    {
                        if (spans[o].Role == Role.CueBegins) continue;
                        visit(buffer.AsSpan(0, LinkFeatures.Fill(tokens, spans, c, o, buffer)), owners[o].Overlaps(owners[c]));
                    }
                }
            }
        }
    }

    /// <summary>The gold spans of each passage in order, with the attributions that each belongs to.</summary>
    private static IEnumerable<(List<RoleSpan> Spans, List<HashSet<int>> Owners)> GoldSpans(AttributionDocument document, Analysis analysis, TokenAttributes tokens)
    {
        var all = new SortedDictionary<(int First, int Role, int End), HashSet<int>>();
        for (var a = 0; a < document.Attributions.Count; a++)
        {
            var attribution = document.Attributions[a];
            Add(attribution.Source, Role.SourceBegins, a);
            Add(attribution.Cue, Role.CueBegins, a);
            Add(attribution.Content, Role.ContentBegins, a);
        }
        foreach (var (first, end, _) in Passages.Of(analysis))
        {
            var inside = all.Where(s => s.Key.First >= first && s.Key.First < end).ToList();
            if (inside.Count > 0) yield return ([.. inside.Select(s => new RoleSpan((Role)s.Key.Role, s.Key.First, s.Key.End, 1))], [.. inside.Select(s => s.Value)]);
        }

        void Add(IReadOnlyList<TextSpan> spans, Role role, int owner)
        {
            foreach (var span in spans)
            {
                var (first, end) = analysis.TokensIn(span);
                if (end == first) continue;
                if (!all.TryGetValue((first, (int)role, end), out var owners)) all[(first, (int)role, end)] = owners = [];
                owners.Add(owner);
            }
        }
    }

    private delegate void Visitor(ReadOnlySpan<uint> features, bool isLink);
}
