using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Finds who said what. Immutable; safe to share between threads.</summary>
public sealed class ExtractStage : IStage
{
    private readonly AttributionReader reader;

    /// <summary>A stage with the weights of a set.</summary>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: the model is missing, damaged or of another version.</exception>
    public ExtractStage(ModelSet models)
    {
        var file = models.Open("attribution");
        reader = new AttributionReader(file);
    }

    /// <inheritdoc/>
    public string Name => "Extract";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Analysis;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Attributions;

    /// <inheritdoc/>
    public Reading Run(Reading reading) => reading with { Attributions = reader.Read(reading.Analysis!) };
}
