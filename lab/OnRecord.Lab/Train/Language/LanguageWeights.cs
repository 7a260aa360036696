using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Language;

/// <summary>Writes the weight file that <see cref="EnglishAnalyser"/> reads: the encoder with its tags and names first, then the parser with them.</summary>
internal static class LanguageWeights
{
    public static void Write(Network network, Labels labels, List<IReadOnlyList<TreebankWord>> trees, string path, string scores)
    {
        var shape = network.Shape;
        var sections = new List<KeyValuePair<string, ReadOnlyMemory<byte>>>
        {
            new("sizes", Weights.Pack([FormattableString.Invariant($"{shape.Vector}"), FormattableString.Invariant($"{shape.WordSize}"), FormattableString.Invariant($"{shape.Width}"), FormattableString.Invariant($"{shape.Layers}")])),
            new("vocabulary", Weights.Pack(labels.Words.ToArray())),
            new("universal", Weights.Pack(labels.Universal)),
            new("penn", Weights.Pack(labels.Penn)),
            new("relation-names", Weights.Pack(labels.Relations)),
            new("pairs", Weights.Pack(Pairs(labels, trees))),
            new("morphology", Weights.Pack(Morphology(trees))),
        };
        foreach (var parameter in network.Parameters) sections.Add(new(parameter.Name, Weights.Pack(parameter.Value.AsSpan(0, parameter.Count))));
        var file = new ModelFile(sections) { Name = EnglishAnalyser.ModelName, FeatureSet = EnglishAnalyser.FeatureSet + " without its parser", Command = "lab train language --corpora DIR", Scores = scores };
        using var stream = File.Create(path);
        file.Write(stream);
    }

    /// <summary>Puts the trained parser in the place of the one that the encoder learned with.</summary>
    public static void WithParser(ModelFile file, ParserNetwork parser, string path, string scores)
    {
        var sections = file.Sections.Where(s => parser.Parameters.TrueForAll(p => p.Name != s.Key)).ToList();
        foreach (var parameter in parser.Parameters) sections.Add(new(parameter.Name, Weights.Pack(parameter.Value.AsSpan(0, parameter.Count))));
        var whole = new ModelFile(sections) { Name = file.Name, FeatureSet = EnglishAnalyser.FeatureSet, Command = file.Command, Scores = $"{file.Scores.Split("; parser")[0]}; parser {scores}" };
        using var stream = File.Create(path);
        whole.Write(stream);
    }

    /// <summary>The pairs of tags seen more than once.</summary>
    private static IEnumerable<string> Pairs(Labels labels, List<IReadOnlyList<TreebankWord>> trees) =>
        trees.SelectMany(s => s).GroupBy(w => (w.Universal, w.Penn)).Where(g => g.Count() > 1).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => FormattableString.Invariant($"{labels.Universal.IndexOf(g.Key.Universal)} {labels.Penn.IndexOf(g.Key.Penn)}"));

    /// <summary>The most frequent features of each pair of tags, and of each form that mostly has others.</summary>
    private static IEnumerable<string> Morphology(List<IReadOnlyList<TreebankWord>> trees)
    {
        foreach (var tags in trees.SelectMany(s => s).GroupBy(w => $"{w.Universal} {w.Penn}").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var usual = Most(tags);
            yield return $"{tags.Key} {usual}";
            foreach (var form in tags.GroupBy(w => w.Form.ToLowerInvariant()).Where(g => g.Count() > 1 && g.Key.Length <= 12 && !g.Key.Contains(' ')).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var own = Most(form);
                if (own != usual) yield return $"{tags.Key} {form.Key} {own}";
            }
        }
    }

    private static string Most(IEnumerable<TreebankWord> words) => words.GroupBy(w => w.Features).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
}
