using System.Globalization;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// Scores quantities: value F1 and value and unit F1 on annotated news sentences, and the share of phrases resolved as the
/// recognizers' specifications say. A value is right within half a percent, so that 0.333 is a third.
/// </summary>
internal static class QuantitiesEvaluation
{
    private static readonly TimeSetting Day = new() { Published = new DateOnly(2016, 6, 1) };

    public static int Run(string corpora, string? json, TextWriter output, bool showErrors = false)
    {
        var metrics = new List<Metric>();
        News(metrics, showErrors ? output : null);
        SpecifiedFigures.Score(Path.Combine(corpora, "recognizers-specs"), metrics, showErrors ? output : null);
        Speed.Measure(corpora, "quantities", text => Quantities.Find(text, Day), metrics, output);
        Metric.Write("quantities", metrics, json, output);
        return 0;
    }

    /// <summary>Value F1 and value and unit F1 on the sentences of this repository.</summary>
    internal static void News(List<Metric> metrics, TextWriter? errors)
    {
        var sentences = FigureSentences.Read();
        int gold = 0, found = 0, values = 0, units = 0;
        foreach (var sentence in sentences)
        {
            var own = Quantities.Find(sentence.Text);
            gold += sentence.Figures.Count;
            found += own.Count;
            var taken = new bool[own.Count];
            var isWrong = false;
            foreach (var (value, unit) in sentence.Figures)
            {
                var match = Match(own, taken, q => IsSame(q.Value, value) && q.Unit == unit);
                if (match >= 0) units++;
                else match = Match(own, taken, q => IsSame(q.Value, value));
                if (match >= 0)
                {
                    taken[match] = true;
                    values++;
                    if (own[match].Unit == unit) continue;
                }
                isWrong = true;
            }
            if (errors is not null && (isWrong || own.Count > sentence.Figures.Count))
            {
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"news  {sentence.Text}\n      gold {string.Join("; ", sentence.Figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Value} {f.Unit}")))}\n      own  {string.Join("; ", own.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Value} {q.Unit} [{q.Span.Slice(sentence.Text)}]")))}"));
            }
        }
        metrics.Add(new Metric("news", "value-f1", F1(values, found, gold), gold));
        metrics.Add(new Metric("news", "value-and-unit-f1", F1(units, found, gold), gold));
    }

    private static int Match(IReadOnlyList<Quantity> own, bool[] taken, Func<Quantity, bool> isRight)
    {
        for (var i = 0; i < own.Count; i++)
        {
            if (!taken[i] && isRight(own[i])) return i;
        }
        return -1;
    }

    private static bool IsSame(decimal? own, decimal gold) => own is { } value && Math.Abs(value - gold) <= Math.Abs(gold) * 0.005m;

    private static double F1(int hits, int found, int gold) => found + gold == 0 ? 0 : 2.0 * hits / (found + gold);
}
