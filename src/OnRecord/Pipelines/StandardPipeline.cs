using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Language.ModelFiles;
using OnRecord.Link;

namespace OnRecord.Pipelines;

/// <summary>The pipeline of the product: from bytes to who said what.</summary>
public static class StandardPipeline
{
    private static readonly string[] AccurateModels = ["attribution", "coreference", "language", "lemmas", "vectors"];
    private static readonly string[] FastModels = ["attribution-fast", "vectors"];

    /// <summary>Clean, Analyse, Extract, Measure, Chain, Link; the fast reading has no Chain.</summary>
    /// <param name="models">The weights.</param>
    /// <param name="pace">Whether the accurate or the fast weights are used.</param>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static Pipeline Create(ModelSet models, ReadingPace pace = ReadingPace.Accurate)
    {
        var builder = new PipelineBuilder()
            .Add(new CleanStage())
            .Add(pace == ReadingPace.Fast ? new AnalyseStage() : new AnalyseStage(models))
            .Add(new ExtractStage(models, pace))
            .Add(new MeasureStage());
        // Chains need tags and syntax, which the fast reading goes without: its speakers come from names alone.
        if (pace == ReadingPace.Accurate) builder.Add(new ChainStage(models));
        return builder.Add(new LinkStage()).Build();
    }

    /// <summary>The checksum of each model by its name: what a record keeps of the models it was read with.</summary>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static IReadOnlyDictionary<string, string> Checksums(ModelSet models, ReadingPace pace = ReadingPace.Accurate) =>
        (pace == ReadingPace.Fast ? FastModels : AccurateModels).ToDictionary(name => name, name => models.Open(name).Checksum, StringComparer.Ordinal);
}
