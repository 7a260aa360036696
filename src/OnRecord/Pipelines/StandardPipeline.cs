using OnRecord.Clean;
using OnRecord.Extract;
using OnRecord.Language.ModelFiles;
using OnRecord.Link;

namespace OnRecord.Pipelines;

/// <summary>The pipeline of the product: from bytes to who said what.</summary>
public static class StandardPipeline
{
    /// <summary>The names of the models it reads with, in ordinal order.</summary>
    public static IReadOnlyList<string> Models { get; } = ["attribution"];

    /// <summary>Clean, Analyse, Extract, Measure, Link.</summary>
    /// <param name="models">The weights.</param>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static Pipeline Create(ModelSet models) => new PipelineBuilder()
        .Add(new CleanStage())
        .Add(new AnalyseStage())
        .Add(new ExtractStage(models))
        .Add(new MeasureStage())
        .Add(new LinkStage())
        .Build();

    /// <summary>The checksum of each model by its name: what a record keeps of the models it was read with.</summary>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public static IReadOnlyDictionary<string, string> Checksums(ModelSet models) =>
        Models.ToDictionary(name => name, name => models.Open(name).Checksum, StringComparer.Ordinal);
}
