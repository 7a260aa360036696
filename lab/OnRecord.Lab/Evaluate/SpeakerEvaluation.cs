using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;
using OnRecord.Link;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores who speaks, in which office, to whom, where and when. The attributions are the corpus's own, so that what is
/// measured is linking and not extraction; everything else is the system's.
/// </summary>
internal static class SpeakerEvaluation
{
    public static void Run(string corpora, ModelSet models, List<Metric> metrics, TextWriter? errors)
    {
        var gold = GoldSpeaker.Read().GroupBy(g => g.Document, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        IStage[] before = [new CleanStage(), new AnalyseStage(models)];
        IStage[] after = [new MeasureStage(), new ChainStage(models), new LinkStage()];
        var tally = new SpeakerTally();
        foreach (var (id, published, text, attributions) in Documents(Path.Combine(corpora, "polnear", "dev.jsonl.gz")))
        {
            if (!gold.TryGetValue(id, out var marks)) continue;
            var reading = new Reading { Raw = Raw(id, text, published) };
            foreach (var stage in before) reading = stage.Run(reading);
            reading = reading with { Attributions = Nested(attributions) };
            foreach (var stage in after) reading = stage.Run(reading);
            reading = reading with { Attributions = [.. attributions.Select(a => reading.Attributions.Single(read => read.Id == a.Id))] };
            foreach (var mark in marks) tally.Add(mark, reading, errors);
        }
        tally.Write(metrics);
    }

    // In the order of the text, those that stand in another's content after it, as extraction gives them.
    private static List<Attribution> Nested(List<Attribution> attributions)
    {
        var nested = new List<(Attribution Attribution, int Depth)>();
        foreach (var attribution in attributions)
        {
            var outers = attributions.Where(o => o != attribution && Spans(attribution).All(s => o.Content.Any(c => c.Contains(s) && c != s))).ToList();
            nested.Add((attribution with { Inside = outers.MinBy(o => o.Content.Sum(c => c.Length))?.Id }, outers.Count));
        }
        return [.. nested.OrderBy(n => n.Depth == 0 ? Spans(n.Attribution).Min() : Outer(n.Attribution)).ThenBy(n => n.Depth).ThenBy(n => Spans(n.Attribution).Min()).Select(n => n.Attribution)];

        TextSpan Outer(Attribution inner)
        {
            var outer = nested.Single(n => n.Attribution.Id == inner.Inside);
            return outer.Depth == 0 ? Spans(outer.Attribution).Min() : Outer(outer.Attribution);
        }

        static IEnumerable<TextSpan> Spans(Attribution attribution) => attribution.Source.Concat(attribution.Cue).Concat(attribution.Content);
    }

    private static RawDocument Raw(string id, string text, DateOnly published)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new RawDocument { Path = id, Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Form = DocumentForm.PlainText, Published = published };
    }

    private static IEnumerable<(string Id, DateOnly Published, string Text, List<Attribution> Attributions)> Documents(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var units = Units(text);
            var attributions = new List<Attribution>();
            foreach (var a in root.GetProperty("attributions").EnumerateArray())
            {
                TextSpan[] Spans(string role) => [.. a.GetProperty(role).EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()])).Order()];
                attributions.Add(new Attribution
                {
                    Id = FormattableString.Invariant($"a{attributions.Count + 1}"),
                    Kind = Enum.Parse<AttributionKind>(a.GetProperty("direct").GetString()!, ignoreCase: true),
                    Source = Spans("source"),
                    Cue = Spans("cue"),
                    Content = Spans("content"),
                    Confidence = 1,
                });
            }
            yield return (root.GetProperty("id").GetString()!, DateOnly.ParseExact(root.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), text, attributions);
        }
    }

    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
