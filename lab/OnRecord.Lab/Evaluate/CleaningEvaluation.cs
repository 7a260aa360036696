using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using OnRecord.Clean;
using OnRecord.Formats;
using OnRecord.Lab.Corpora;
using OnRecord.Language;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores the Clean stage on pages: the words of the article (<c>wcxb-articles</c>), with SmartReader's own text beside it,
/// and the day of publication (<c>htmldate</c>), which is read off the page without its address.
/// </summary>
internal static class CleaningEvaluation
{
    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var metrics = new List<Metric>();
        ScoreText(Path.Combine(corpora, "wcxb-articles", "dev.tar.gz"), metrics, showErrors ? output : null);
        ScoreDays(Path.Combine(corpora, "htmldate"), metrics, showErrors ? output : null);
        Metric.Write("cleaning", metrics, json, output);
        return 0;
    }

    private static void ScoreText(string archive, List<Metric> metrics, TextWriter? errors)
    {
        var golds = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        var pages = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, bytes) in TarFiles.Read(archive))
        {
            if (name.EndsWith(".json", StringComparison.Ordinal))
                golds[Path.GetFileNameWithoutExtension(name)] = JsonDocument.Parse(bytes).RootElement;
            else
                pages[Path.GetFileNameWithoutExtension(name)] = bytes;
        }
        List<double> f1 = [], precision = [], recall = [], wanted = [], unwanted = [], peer = [], titles = [], days = [];
        var words = 0L;
        var watch = new Stopwatch();
        foreach (var (id, gold) in golds)
        {
            var truth = gold.GetProperty("ground_truth");
            var raw = RawPage(id, pages[id], gold.TryGetProperty("url", out var url) ? url.GetString() : null);
            watch.Start();
            var article = Read(raw, out var problem);
            watch.Stop();
            var text = article is null ? "" : ArticleText.WithoutFurniture(article);
            words += WordOverlap.Words(text).Count;
            var reference = truth.TryGetProperty("main_content", out var content) ? content.GetString() ?? "" : "";
            var score = WordOverlap.Of(text, reference);
            f1.Add(score.F1);
            precision.Add(score.Precision);
            recall.Add(score.Recall);
            Share(truth, "with", text, wanted);
            Share(truth, "without", text, unwanted);
            if (truth.GetProperty("title").GetString() is { } title)
                titles.Add(Same(title, article?.Title) ? 1 : 0);
            if (truth.GetProperty("publish_date").GetString() is { } day && DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date))
                days.Add(article?.Published == date ? 1 : 0);
            var theirs = WordOverlap.Of(SmartReader.Reader.ParseArticle(raw.Url?.AbsoluteUri ?? "https://localhost/", CharsetDecoder.Decode(raw.Bytes.Span, CharsetDecoder.NameOf(raw)), null).TextContent ?? "", reference).F1;
            peer.Add(theirs);
            errors?.WriteLine(FormattableString.Invariant($"wcxb {id} f1 {score.F1:F3} p {score.Precision:F3} r {score.Recall:F3} peer {theirs:F3} {problem} {raw.Url}"));
        }
        metrics.Add(Resampled("wcxb", "f1", f1));
        metrics.Add(Resampled("wcxb", "precision", precision));
        metrics.Add(Resampled("wcxb", "recall", recall));
        metrics.Add(Resampled("wcxb", "with", wanted));
        metrics.Add(Resampled("wcxb", "without", unwanted));
        metrics.Add(Resampled("wcxb", "title", titles));
        metrics.Add(Resampled("wcxb", "day", days));
        metrics.Add(Resampled("wcxb", "smartreader-f1", peer));
        metrics.Add(new Metric("wcxb", "tokens-per-second", words / watch.Elapsed.TotalSeconds, golds.Count));
    }

    private static void ScoreDays(string folder, List<Metric> metrics, TextWriter? errors)
    {
        using var golds = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "dev.json")));
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        // One page stands under two addresses, with one day.
        foreach (var page in golds.RootElement.EnumerateObject())
            dates.TryAdd(page.Value.GetProperty("file").GetString()!, DateOnly.ParseExact(page.Value.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var right = new List<double>();
        var found = 0;
        foreach (var (name, bytes) in TarFiles.Read(Path.Combine(folder, "dev-html.tar.gz")))
        {
            if (!dates.TryGetValue(name, out var gold))
                continue;
            var day = CleanStage.PublishedDay(RawPage(name, bytes, null));
            found += day is null ? 0 : 1;
            right.Add(day == gold ? 1 : 0);
            if (day != gold)
                errors?.WriteLine(FormattableString.Invariant($"htmldate {name} gold {gold:yyyy-MM-dd} own {day:yyyy-MM-dd}"));
        }
        metrics.Add(Resampled("htmldate", "accuracy", right));
        metrics.Add(new Metric("htmldate", "found", (double)found / Math.Max(1, right.Count), right.Count));
    }

    private static RawDocument RawPage(string name, byte[] bytes, string? url) => new()
    {
        Path = name,
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Form = DocumentForm.Html,
        Url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null,
    };

    private static Article? Read(RawDocument raw, out string? problem)
    {
        try
        {
            problem = null;
            return new CleanStage().Run(new Reading { Raw = raw }).Article;
        }
        catch (OnRecordException error)
        {
            problem = error.Code;
            return null;
        }
    }

    private static void Share(JsonElement truth, string list, string text, List<double> shares)
    {
        var pieces = truth.GetProperty(list).EnumerateArray().Select(piece => piece.GetString()!).ToList();
        if (pieces.Count > 0)
            shares.Add((double)pieces.Count(piece => text.Contains(piece, StringComparison.OrdinalIgnoreCase)) / pieces.Count);
    }

    private static bool Same(string gold, string? own) =>
        own is not null && string.Join(' ', WordOverlap.Words(gold)) == string.Join(' ', WordOverlap.Words(own));

    /// <summary>The mean, with the middle 95 % of the means of a thousand resamples of the pages.</summary>
    private static Metric Resampled(string corpus, string name, List<double> values)
    {
        var random = new Random(20190403);
        var means = new double[1000];
        for (var i = 0; i < means.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < values.Count; j++)
                sum += values[random.Next(values.Count)];
            means[i] = sum / Math.Max(1, values.Count);
        }
        Array.Sort(means);
        return new Metric(corpus, name, values.Count == 0 ? 0 : values.Average(), values.Count, means[25], means[974]);
    }
}
