namespace OnRecord.Knowledge;

/// <summary>A table of many rows of which a run asks for few: a row is noted when it is added, and read when it is asked for. Rows are added before anything is asked; then it is safe to share between threads.</summary>
internal interface INotedRows
{
    /// <summary>Makes room for so many more rows at once.</summary>
    void Expect(int rows);

    /// <summary>Notes a row.</summary>
    /// <exception cref="Language.OnRecordException">OR6001: it lacks what it is found by.</exception>
    void Add(FactRow row);

    /// <summary>Reads a row that was added, to see that it is right.</summary>
    /// <exception cref="Language.OnRecordException">OR6001: it is not.</exception>
    void Check(FactRow row);
}
