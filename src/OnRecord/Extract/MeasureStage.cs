using OnRecord.Extract.Times;

namespace OnRecord.Extract;

/// <summary>
/// Times and quantities of the article, counted from its day of publication; furniture is left out. Where the day is not
/// known, what the text gives away of it is offered. Immutable; safe to share between threads.
/// </summary>
public sealed class MeasureStage : IStage
{
    /// <inheritdoc/>
    public string Name => "Measure";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Article | RecordPart.Analysis;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Measures;

    /// <inheritdoc/>
    public Reading Run(Reading reading)
    {
        var article = reading.Article!;
        var setting = new TimeSetting { Published = article.Published, Country = Countries.OfHost((article.Url ?? reading.Raw.Url)?.IdnHost) };
        var found = TimesAndQuantities.Find(article.Text, reading.Analysis!.Paragraphs, setting, [.. article.Furniture.Select(f => f.Span)]);
        return reading with { Times = found.Times, Quantities = FigureAttachment.Attach(found.Quantities, reading.Analysis), InferredDates = found.InferredDates };
    }
}
