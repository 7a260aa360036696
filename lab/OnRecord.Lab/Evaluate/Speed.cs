using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Lab.Evaluate;

/// <summary>How fast something reads the articles of polnear's dev part, on one thread, the best of five rounds after one to warm up.</summary>
internal static class Speed
{
    public static void Measure(string corpora, string name, Action<string> read, List<Metric> metrics, TextWriter output)
    {
        var path = Path.Combine(corpora, "polnear", "dev.jsonl.gz");
        if (!File.Exists(path))
        {
            output.WriteLine($"{name}: no speed, since polnear/dev.jsonl.gz is not in the folder of corpora");
            return;
        }
        var texts = Texts(path);
        var bytes = texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t));
        var tokens = texts.Sum(t => Analyser.Analyse(t).Tokens.Count);
        var best = double.MaxValue;
        for (var round = 0; round < 6; round++)
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < 4; i++)
            {
                foreach (var text in texts) read(text);
            }
            if (round > 0) best = Math.Min(best, clock.Elapsed.TotalSeconds / 4);
        }
        metrics.Add(new Metric("polnear", "tokens-per-second", tokens / best, tokens));
        metrics.Add(new Metric("polnear", "megabytes-per-second", bytes / best / 1e6, (int)bytes));
    }

    private static List<string> Texts(string path)
    {
        var texts = new List<string>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            texts.Add(document.RootElement.GetProperty("text").GetString() ?? "");
        }
        return texts;
    }
}
