using OnRecord.Interpret.Classify;
using OnRecord.Interpret.Clauses;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret;

/// <summary>
/// Says what each statement does, and finds claims, pledges, allegations and events. A text read without grammar gets none
/// of them. Immutable; safe to share between threads.
/// </summary>
public sealed class InterpretStage : IStage
{
    private readonly ClaimReader claims;
    private readonly EventReader events;
    private readonly PledgeReader pledges;

    /// <summary>A stage with the weights of a set.</summary>
    /// <exception cref="Language.OnRecordException">OR3001, OR3002 or OR3003: the model is missing, damaged or of another version.</exception>
    public InterpretStage(ModelSet models)
    {
        var file = models.Open(ClassifierTask.ModelName);
        file.RequireFeatureSet(ClassifierTask.FeatureSet);
        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        claims = new ClaimReader(file, vectors, new CheckworthyClassifier(models));
        events = new EventReader(file, vectors);
        pledges = new PledgeReader(file, vectors);
    }

    /// <inheritdoc/>
    public string Name => "Interpret";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Analysis | RecordPart.Attributions | RecordPart.Speakers | RecordPart.Measures;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Meaning;

    /// <inheritdoc/>
    public Reading Run(Reading reading)
    {
        if (reading.Analysis?.Grammar is null) return reading;
        var view = new ArticleView(reading);
        var clauses = ClauseReader.Read(view);
        var allegations = AllegationReader.Read(view, clauses);
        return reading with
        {
            Attributions = [.. reading.Attributions.Select(a => a with { Act = ActReader.Of(view, a) })],
            Claims = claims.Read(view),
            Pledges = pledges.Read(view, clauses),
            PledgeChanges = pledges.ReadChanges(view, clauses),
            Allegations = allegations,
            Events = events.Read(view, clauses, allegations),
        };
    }
}
