using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Finds who said what. Immutable; safe to share between threads.</summary>
public sealed class ExtractStage : IStage
{
    private readonly AttributionReader reader;

    /// <summary>A stage with the weights of a set.</summary>
    /// <param name="models">The weights.</param>
    /// <param name="pace">The accurate weights expect a text with grammar and names, the fast ones a text without.</param>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: the model is missing, damaged or of another version.</exception>
    public ExtractStage(ModelSet models, ReadingPace pace = ReadingPace.Accurate)
    {
        reader = new AttributionReader(models.Open(pace == ReadingPace.Fast ? "attribution-fast" : "attribution"), WordVectors.Load(models.Open(WordVectors.ModelName)));
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
