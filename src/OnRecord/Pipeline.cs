using OnRecord.Language;

namespace OnRecord;

/// <summary>The stages from bytes to the record, in order. Built once, immutable, shared by threads.</summary>
public sealed class Pipeline
{
    private readonly IStage[] stages;

    internal Pipeline(IStage[] stages) => this.stages = stages;

    /// <summary>The stages, in order.</summary>
    public IReadOnlyList<IStage> Stages => stages;

    /// <summary>
    /// Reads one document. Never throws for a bad document: the first stage that cannot go on leaves its failure in
    /// <see cref="Reading.Failures"/>, and what the stages before it gave is kept.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled between two stages.</exception>
    public Reading Read(RawDocument raw, CancellationToken cancellationToken = default) => Read(raw, null, cancellationToken);

    /// <summary>Reads one document as the other does, and says of each stage that it begins.</summary>
    /// <param name="raw">The document.</param>
    /// <param name="begun">Called with each stage before it runs; null where nobody watches.</param>
    /// <param name="cancellationToken">Stops between two stages.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled between two stages.</exception>
    public Reading Read(RawDocument raw, Action<IStage>? begun, CancellationToken cancellationToken)
    {
        var reading = new Reading { Raw = raw };
        foreach (var stage in stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            begun?.Invoke(stage);
            try
            {
                reading = stage.Run(reading);
            }
            catch (OnRecordException error)
            {
                return reading with { Failures = [.. reading.Failures, new Failure(raw.Path, error.Code, error.Message)] };
            }
            catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
            {
                // A defect of ours must not stop a run over a thousand documents; the type and the place name it, the
                // message is left out because it may hold text of the article.
                var place = error.StackTrace?.Split('\n', 2)[0].Trim() ?? "an unknown place";
                return reading with { Failures = [.. reading.Failures, new Failure(raw.Path, DiagnosticCodes.StageFailed, $"The stage '{stage.Name}' failed with {error.GetType().Name} {place}. This is a defect in OnRecord: please report it with the document.")] };
            }
        }
        return reading;
    }
}
