using System.Runtime.ExceptionServices;
using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Interpret;
using OnRecord.Knowledge;
using OnRecord.Language.ModelFiles;
using OnRecord.Link;

namespace OnRecord.Pipelines;

/// <summary>The pipeline of the product: from bytes to who said what.</summary>
public static class StandardPipeline
{
    private static readonly string[] AccurateModels = ["attribution", "checkworthy", "coreference", "interpret", "language", "lemmas", "sentences", "vectors"];
    private static readonly string[] FastModels = ["attribution-fast", "vectors"];

    /// <summary>Clean, Analyse, Extract, Measure, Chain, Link, Interpret; the fast reading has no Chain and no Interpret.</summary>
    /// <param name="models">The weights.</param>
    /// <param name="pace">Whether the accurate or the fast weights are used.</param>
    /// <param name="world">What is known of the world; null for what comes with the library.</param>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static Pipeline Create(ModelSet models, ReadingPace pace = ReadingPace.Accurate, WorldKnowledge? world = null)
    {
        // Weights are read and knowledge is noted side by side: for a single article that is most of the time there is. Knowledge is asked
        // for last, so nothing waits for it here.
        if (world is null) _ = Task.Run(() => WorldKnowledge.Shipped);
        AnalyseStage? analyse = null;
        ExtractStage? extract = null;
        ChainStage? chains = null;
        InterpretStage? interpret = null;
        try
        {
            // Chains and meanings need tags and syntax, which the fast reading goes without: its speakers come from names alone.
            Parallel.Invoke(
                () => extract = new ExtractStage(models, pace),
                () => analyse = pace == ReadingPace.Fast ? new AnalyseStage() : new AnalyseStage(models),
                () => chains = pace == ReadingPace.Fast ? null : new ChainStage(models),
                () => interpret = pace == ReadingPace.Fast ? null : new InterpretStage(models));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        var builder = new PipelineBuilder().Add(new CleanStage()).Add(analyse!).Add(extract!).Add(new MeasureStage());
        if (chains is not null) builder.Add(chains);
        builder.Add(world is null ? new LinkStage() : new LinkStage(world));
        if (interpret is not null) builder.Add(interpret);
        return builder.Build();
    }

    /// <summary>The checksum of each model by its name, and that of the knowledge: what a record keeps of what it was read with.</summary>
    /// <param name="models">The weights.</param>
    /// <param name="pace">Whether the accurate or the fast weights are used.</param>
    /// <param name="world">What is known of the world; null for what comes with the library.</param>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static IReadOnlyDictionary<string, string> Checksums(ModelSet models, ReadingPace pace = ReadingPace.Accurate, WorldKnowledge? world = null)
    {
        var checksums = (pace == ReadingPace.Fast ? FastModels : AccurateModels).ToDictionary(name => name, name => models.Open(name).Checksum, StringComparer.Ordinal);
        checksums["knowledge"] = (world ?? WorldKnowledge.Shipped).Fingerprint;
        return checksums;
    }
}
