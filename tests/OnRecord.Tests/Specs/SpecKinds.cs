using OnRecord.Language;

namespace OnRecord.Tests.Specs;

/// <summary>The kinds of example, each with the reading that turns an example's text into what is compared.</summary>
internal static class SpecKinds
{
    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
    {
        ["tokens"] = text => SpecRendering.Tokens(Analyser.Analyse(text)),
        ["sentences"] = text => SpecRendering.Sentences(Analyser.Analyse(text)),
        ["quotations"] = text => SpecRendering.Quotations(Analyser.Analyse(text)),
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
}
