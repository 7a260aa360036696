using OnRecord.Language;

namespace OnRecord.Extract;

/// <summary>Tokens, sentences and quotation marks of the article; furniture is set apart. Immutable; safe to share between threads.</summary>
public sealed class AnalyseStage : IStage
{
    /// <inheritdoc/>
    public string Name => "Analyse";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Article;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Analysis;

    /// <inheritdoc/>
    public Reading Run(Reading reading) => reading with
    {
        Analysis = Analyser.Analyse(reading.Article!.Text, [.. reading.Article.Furniture.Select(f => f.Span)]),
    };
}
