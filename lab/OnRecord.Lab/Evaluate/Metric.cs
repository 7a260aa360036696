using System.Text.Json;

namespace OnRecord.Lab.Evaluate;

/// <summary>One measured figure: a fraction of one, or tokens a second, with a 95 % interval by bootstrap over documents where there is one.</summary>
internal sealed record Metric(string Corpus, string Name, double Value, int Count, double? Low = null, double? High = null)
{
    public static void Write(string evaluation, IReadOnlyList<Metric> metrics, string? json, TextWriter output)
    {
        foreach (var metric in metrics)
        {
            var value = metric.Name == "tokens-per-second" ? FormattableString.Invariant($"{metric.Value:N0}") : FormattableString.Invariant($"{metric.Value:F4}");
            var interval = metric.Low is { } low && metric.High is { } high ? FormattableString.Invariant($"   {low:F4} to {high:F4}") : "";
            output.WriteLine(FormattableString.Invariant($"{metric.Corpus,-12} {metric.Name,-24} {value,10}   n={metric.Count}{interval}"));
        }
        if (json is null) return;
        using var stream = File.Create(json);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteString("name", evaluation);
        writer.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("corpus", metric.Corpus);
            writer.WriteString("metric", metric.Name);
            writer.WriteNumber("value", metric.Value);
            writer.WriteNumber("count", metric.Count);
            if (metric.Low is { } low) writer.WriteNumber("low", low);
            else writer.WriteNull("low");
            if (metric.High is { } high) writer.WriteNumber("high", high);
            else writer.WriteNull("high");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
