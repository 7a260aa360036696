using System.Text;
using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Language;
using OnRecord.Link;
using OnRecord.Models.English;

namespace OnRecord.Tests.Specs;

/// <summary>The kinds of example, each with the reading that turns an example's text into what is compared.</summary>
internal static class SpecKinds
{
    private static readonly Lazy<IStage[]> Attributed = new(() => [new AnalyseStage(EnglishModels.Set), new ExtractStage(EnglishModels.Set), new ChainStage(EnglishModels.Set), new LinkStage()]);

    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
    {
        ["tokens"] = text => SpecRendering.Tokens(Analyser.Analyse(text)),
        ["sentences"] = text => SpecRendering.Sentences(Analyser.Analyse(text)),
        ["quantities"] = FigureRendering.Quantities,
        ["times"] = text => TimeRendering.Times(text, TimeRendering.Wednesday),
        ["times-undated"] = text => TimeRendering.Times(text, null),
        ["furniture"] = text => SpecRendering.Furniture(new CleanStage().Run(new Reading { Raw = Plain(text).Raw }).Article!),
        ["quotations"] = text => SpecRendering.Quotations(Analyser.Analyse(text)),
        ["attributions"] = text => SpecRendering.Attributions(Attributed.Value.Aggregate(Plain(text), (reading, stage) => stage.Run(reading))),
    };

    /// <summary>Null where the example holds; else the difference for a person to read.</summary>
    public static string? Judge(SpecExample example, string file, IReadOnlyDictionary<string, Func<string, string>> kinds)
    {
        if (!kinds.TryGetValue(example.Kind, out var read))
        {
            return $"{file}:{example.Line}: no kind of example is called '{example.Kind}'. There are: {string.Join(", ", kinds.Keys.Order(StringComparer.Ordinal))}.";
        }
        var actual = read(example.Text);
        return actual == example.Expected ? null : $"{file}:{example.Line}: {example.Name}\n{Difference.Between(example.Expected, actual)}";
    }

    private static Reading Plain(string text)
    {
        var raw = new RawDocument { Path = "-", Bytes = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = DocumentForm.PlainText };
        return new Reading { Raw = raw, Article = new Article { Raw = raw, Text = text, Charset = "utf-8" } };
    }
}
