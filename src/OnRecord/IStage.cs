namespace OnRecord;

/// <summary>One step of the way from bytes to the record. A stage holds no state of a document and is shared by threads.</summary>
public interface IStage
{
    /// <summary>The stage's name, as errors and benchmarks print it.</summary>
    string Name { get; }

    /// <summary>What it reads.</summary>
    RecordPart Needs { get; }

    /// <summary>What it adds.</summary>
    RecordPart Gives { get; }

    /// <summary>Returns the reading with the stage's part added.</summary>
    /// <exception cref="Language.OnRecordException">The document cannot be read; the pipeline records it as a failure.</exception>
    Reading Run(Reading reading);
}
