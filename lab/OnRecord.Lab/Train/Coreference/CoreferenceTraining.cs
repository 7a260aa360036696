using OnRecord.Lab.Corpora;
using OnRecord.Lab.Train.Language;
using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train.Coreference;

/// <summary>Makes the weights of the chains from GUM, without the genres whose texts are non-commercial, and from GAP, on the analyses of the shipped language core.</summary>
internal static class CoreferenceTraining
{
    public static int Run(string corpora, string folder, CoreferenceOptions options, TextWriter output)
    {
        var models = ModelSet.FromFolder(folder);
        var analyser = EnglishAnalyser.Create(models);
        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        var treebank = TrainingText.Gum(corpora);
        var pronouns = PronounExample.Read(Path.Combine(corpora, "gap", "train.tsv"));
        var classWeights = WordClassTraining.Train(treebank, pronouns, Path.Combine(corpora, "facts", "legislators-current.yaml.gz"), vectors, output);
        var classes = new WordClasses(vectors, classWeights);
        var texts = treebank.Select(d => Marked(ChainedDocument.Of(d), analyser, classes)).ToList();
        texts.AddRange(pronouns.Select(e => Named(e, analyser, classes)).OfType<RankingText>());
        var links = new RankingTraining(options, output).Train(texts);
        var file = new ModelFile([new("classes", Weights.Pack(classWeights)), FeatureWeights.Section("links", 1, links)])
        {
            Name = CoreferenceResolver.ModelName,
            FeatureSet = PairFeatures.FeatureSet,
            Command = "lab train coreference --corpora DIR",
            Scores = FormattableString.Invariant($"{links.Count} features"),
        };
        var target = Path.Combine(folder, CoreferenceResolver.ModelName + ".orm");
        using (var stream = File.Create(target)) file.Write(stream);
        output.WriteLine(FormattableString.Invariant($"coreference: {links.Count} features, {new FileInfo(target).Length / 1e6:F1} MB, {target}"));
        return NameContestTraining.Run(corpora, folder, output);
    }

    private static RankingText Marked(ChainedDocument document, EnglishAnalyser analyser, WordClasses classes)
    {
        var analysis = analyser.Analyse(document.Text);
        var entityOf = new Dictionary<TextSpan, int>();
        for (var e = 0; e < document.Entities.Count; e++)
        {
            foreach (var mention in document.Entities[e]) entityOf.TryAdd(mention.Span, e);
        }
        var mentions = new Discourse(analysis, classes, []).Mentions;
        return new RankingText(() => new Discourse(analysis, classes, []), [.. mentions.Select(m => entityOf.GetValueOrDefault(m.SpanIn(analysis), -1))]);
    }

    // The names of an example are told apart by their heads; what else the text mentions is not marked, and other mentions of
    // the names are known by the chains that the ranking makes.
    private static RankingText? Named(PronounExample example, EnglishAnalyser analyser, WordClasses classes)
    {
        if (!example.IsA && !example.IsB) return null;
        var analysis = analyser.Analyse(example.Text);
        var mentions = new Discourse(analysis, classes, []).Mentions;
        var pronoun = Enumerable.Range(0, mentions.Count).FirstOrDefault(m => mentions[m].Kind == MentionKind.Pronoun && analysis.Tokens[mentions[m].Head].Span.Overlaps(example.Pronoun), -1);
        if (pronoun < 0) return null;
        var (gold, wrong) = example.IsA ? (example.A, example.B) : (example.B, example.A);
        var goldMentions = In(gold);
        return goldMentions.Any(m => m < pronoun) ? new RankingText(() => new Discourse(analysis, classes, []), [.. mentions.Select(_ => -1)], (pronoun, goldMentions, In(wrong))) : null;

        HashSet<int> In(TextSpan name) => [.. Enumerable.Range(0, mentions.Count).Where(m => mentions[m].Kind != MentionKind.Pronoun && !mentions[m].IsCoordination && name.Overlaps(analysis.Tokens[mentions[m].Head].Span))];
    }
}
