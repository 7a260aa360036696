using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores times as TempEval-3 does: relaxed F1 counts spans that overlap, strict F1 spans that are the same, value F1 the
/// relaxed matches whose value is the same, over all.
/// </summary>
internal static class TimesEvaluation
{
    private static readonly TimeSetting Day = new() { Published = new DateOnly(2016, 6, 1) };

    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var metrics = new List<Metric>();
        var documents = TimeBank.ReadHeldOut(Path.Combine(corpora, "timebank"), out var part);
        output.WriteLine($"timebank: {part}");
        Score(documents, metrics, null);
        if (showErrors) Score(TimeBank.ReadTrain(Path.Combine(corpora, "timebank")), [], output);
        metrics.Add(SpecifiedTimes.Score(Path.Combine(corpora, "recognizers-specs"), showErrors ? output : null));
        Speed.Measure(corpora, "times", text => TimeExpressions.Find(text, Day), metrics, output);
        Metric.Write("times", metrics, json, output);
        return 0;
    }

    internal static void Score(List<TimeBankDocument> documents, List<Metric> metrics, TextWriter? errors)
    {
        int gold = 0, found = 0, relaxed = 0, strict = 0, value = 0;
        foreach (var document in documents)
        {
            var times = TimeExpressions.Find(document.Text, new TimeSetting { Published = document.Created, Country = "US" });
            gold += document.Times.Count;
            found += times.Count;
            var taken = new HashSet<int>();
            foreach (var time in document.Times)
            {
                var match = -1;
                for (var i = 0; i < times.Count; i++)
                {
                    if (taken.Contains(i) || !times[i].Span.Overlaps(time.Span)) continue;
                    if (match < 0 || times[i].Span == time.Span) match = i;
                }
                if (match < 0)
                {
                    errors?.WriteLine($"missed   {document.Created:yyyy-MM-dd} {time.Type} {time.Value,-14} {Around(document.Text, time.Span)}");
                    continue;
                }
                taken.Add(match);
                relaxed++;
                var own = times[match];
                var isStrict = Trimmed(document.Text, own.Span) == Trimmed(document.Text, time.Span);
                if (isStrict) strict++;
                else errors?.WriteLine($"extent   [{own.Span.Slice(document.Text).ReplaceLineEndings(" ")}] {Around(document.Text, time.Span)}");
                if (own.Value == time.Value) value++;
                else errors?.WriteLine($"value    {document.Created:yyyy-MM-dd} {time.Type} {time.Value,-14} own {own.Value,-14} {Around(document.Text, time.Span)}");
            }
            if (errors is null) continue;
            for (var i = 0; i < times.Count; i++)
            {
                if (!taken.Contains(i)) errors.WriteLine($"invented {document.Created:yyyy-MM-dd} own {times[i].Type} {times[i].Value,-14} {Around(document.Text, times[i].Span)}");
            }
        }
        metrics.Add(new Metric("timebank", "relaxed-f1", F1(relaxed, found, gold), gold));
        metrics.Add(new Metric("timebank", "strict-f1", F1(strict, found, gold), gold));
        metrics.Add(new Metric("timebank", "value-f1", F1(value, found, gold), gold));
        errors?.WriteLine($"train: gold {gold} found {found} relaxed {F1(relaxed, found, gold):F4} strict {F1(strict, found, gold):F4} value {F1(value, found, gold):F4}");
    }

    private static double F1(int hits, int found, int gold) => found + gold == 0 ? 0 : 2.0 * hits / (found + gold);

    // A few gold spans hold the white space or stop beside the words.
    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 50)..span.Start]}⟦{span.Slice(text)}⟧{text[span.End..Math.Min(text.Length, span.End + 40)]}".ReplaceLineEndings(" ").Replace("\n", " ", StringComparison.Ordinal);
}
