using OnRecord.Language;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Tokens, sentences and quotation marks of the article, and with weights its tags, syntax and names; furniture is set apart. Immutable; safe to share between threads.</summary>
public sealed class AnalyseStage : IStage
{
    private readonly EnglishAnalyser? analyser;

    /// <summary>A stage that needs no weights, and finds tokens, sentences and quotation marks alone.</summary>
    public AnalyseStage()
    {
    }

    /// <summary>A stage with the weights of a set.</summary>
    /// <exception cref="OnRecordException">OR3001, OR3002 or OR3003: a model is missing, damaged or of another version.</exception>
    public AnalyseStage(ModelSet models) => analyser = EnglishAnalyser.Create(models);

    /// <inheritdoc/>
    public string Name => "Analyse";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Article;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Analysis;

    /// <inheritdoc/>
    public Reading Run(Reading reading)
    {
        var text = reading.Article!.Text;
        var apart = reading.Article.Furniture.Select(f => f.Span).ToArray();
        return reading with { Analysis = analyser is null ? Analyser.Analyse(text, apart) : analyser.Analyse(text, apart) };
    }
}
