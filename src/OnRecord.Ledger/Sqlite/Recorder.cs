using System.Globalization;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Search;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Writes entries and the rows that follow from them. One transaction a call; not safe to share between threads.</summary>
internal sealed class Recorder(LedgerConnection connection, TimeProvider time)
{
    // Found by the table and not by the text of the statement: a document has more than a hundred rows.
    private readonly Dictionary<ProjectedTable, Statement> inserts = [];

    public long BeginRun(RunDescription run)
    {
        var models = new SortedDictionary<string, string>(run.Models.ToDictionary(), StringComparer.Ordinal);
        var content = new RunContent(run.Program, models, VersionsOf(run.Program, models), Now());
        long number = 0;
        connection.Transact(() => number = Add(EntryKind.Run, CanonicalJson.Write(content, CanonicalJson.Default.RunContent)));
        return number;
    }

    public void EndRun(long run, RunOutcome outcome)
    {
        var content = new RunEndContent(run, Now(), outcome.IsInterrupted ? "interrupted" : "completed", outcome.Added, outcome.Unchanged, outcome.Failed);
        connection.Transact(() => Add(EntryKind.RunEnd, CanonicalJson.Write(content, CanonicalJson.Default.RunEndContent)));
    }

    public void Append(AddedFacts facts)
    {
        var content = new KnowledgeContent(WellFormed.Of(facts.Name), facts.Concept, WellFormed.Of(facts.Table), facts.Rows, Now());
        connection.Transact(() => Add(EntryKind.Knowledge, CanonicalJson.Write(content, CanonicalJson.Default.KnowledgeContent)));
    }

    /// <exception cref="OnRecordException">OR6002: the change would go round in a circle, or undo nothing.</exception>
    public void Append(EntityChange change) => connection.Transact(() =>
    {
        Identities.Read(connection).Check(change);
        var content = new EntityChangeContent(RecordWords<EntityChangeKind>.Of(change.Kind), WellFormed.Of(change.Entity), WellFormed.OrNull(change.Target), Now());
        Add(EntryKind.EntityChange, CanonicalJson.Write(content, CanonicalJson.Default.EntityChangeContent));
    });

    /// <exception cref="ArgumentException">The statement is not in this ledger.</exception>
    public long Append(Decision decision)
    {
        long number = 0;
        connection.Transact(() =>
        {
            var statement = StatementSearch.Single(connection, decision.Reading, decision.Attribution)
                ?? throw new ArgumentException($"There is no statement {decision.Attribution} in that reading.", nameof(decision));
            var content = DecisionForm.Of(decision, statement.Document, DecisionSearch.PlaceOf(statement.Content), Now());
            number = Add(EntryKind.Decision, CanonicalJson.Write(content, CanonicalJson.Default.DecisionContent));
        });
        return number;
    }

    /// <returns>Whether it is new: false where the same series stands already.</returns>
    /// <exception cref="OnRecordException">OR6109: another series of that name stands.</exception>
    public bool Append(Series series, ReadOnlyMemory<byte> file)
    {
        var packed = Archive.Pack(file.Span);
        var isNew = true;
        connection.Transact(() =>
        {
            var content = SeriesForm.Of(series, file.Length, Now());
            if (SeriesCatalogue.EntryOf(connection, series.Name) is { } standing)
            {
                isNew = !IsSame(standing, content);
                if (isNew) throw new OnRecordException(DiagnosticCodes.SeriesTaken, $"A series '{series.Name}' stands in the ledger already, with other figures or another description. Remove it with: onrecord series remove {series.Name}, or give this one another name with --name.");
                return;
            }
            Archive.Add(connection, series.Sha256, packed);
            Add(EntryKind.Series, CanonicalJson.Write(content, CanonicalJson.Default.SeriesContent));
        });
        return isNew;
    }

    /// <exception cref="OnRecordException">OR6110: no series of that name stands.</exception>
    public void RemoveSeries(string name, string? reason) => connection.Transact(() =>
    {
        var standing = SeriesCatalogue.EntryOf(connection, name)
            ?? throw new OnRecordException(DiagnosticCodes.SeriesMissing, $"No series '{name}' stands in the ledger. 'onrecord series list' lists those that do.");
        Add(EntryKind.SeriesRemoval, CanonicalJson.Write(new SeriesRemovalContent(standing, name, WellFormed.OrNull(reason), Now()), CanonicalJson.Default.SeriesRemovalContent));
    });

    /// <returns>Whether it is new: false where the last result recorded of the words is the same.</returns>
    public bool Append(CheckRecord check)
    {
        var isNew = false;
        var content = CheckForm.Of(check, Now());
        if (CheckSearch.LastResult(connection, content.Document, content.Place) == content.ResultSha256) return false;
        connection.Transact(() =>
        {
            isNew = CheckSearch.LastResult(connection, content.Document, content.Place) != content.ResultSha256;
            if (isNew) Add(EntryKind.Check, CanonicalJson.Write(content, CanonicalJson.Default.CheckContent));
        });
        return isNew;
    }

    public long Append(CheckDecision decision)
    {
        long number = 0;
        connection.Transact(() => number = Add(EntryKind.CheckDecision, CanonicalJson.Write(CheckForm.Of(decision, Now()), CanonicalJson.Default.CheckDecisionContent)));
        return number;
    }

    public AppendOutcome Append(long run, Failure failure)
    {
        var content = new FailureContent(run, WellFormed.Of(failure.Path), failure.Code, WellFormed.Of(failure.Message), Now());
        connection.Transact(() => Add(EntryKind.Failure, CanonicalJson.Write(content, CanonicalJson.Default.FailureContent)));
        return AppendOutcome.FailureRecorded;
    }

    public AppendOutcome Append(long run, PreparedReading reading)
    {
        var versions = connection.Text("SELECT versions FROM runs WHERE entry = ?1", run)
            ?? throw new ArgumentException($"The run {run.ToString(CultureInfo.InvariantCulture)} was not begun in this ledger.", nameof(run));
        // Most of a repeated run is documents that stand in the ledger already: they need no turn at writing.
        if (IsMet(reading) && IsRead(reading, versions)) return AppendOutcome.AlreadyRecorded;
        var original = Archive.Has(connection, reading.Sha256) ? default(PackedBytes?) : Archive.Pack(reading.Original.Span);
        var outcome = AppendOutcome.AlreadyRecorded;
        connection.Transact(() => outcome = Write(run, versions, reading, original));
        return outcome;
    }

    private AppendOutcome Write(long run, string versions, PreparedReading reading, PackedBytes? original)
    {
        var isNew = connection.Number("SELECT 1 FROM documents WHERE sha256 = ?1", reading.Sha256) is null;
        if (original is { } packed) Archive.Add(connection, reading.Sha256, packed);
        if (isNew) Add(EntryKind.Document, CanonicalJson.Write(new DocumentContent(reading.Sha256, reading.Original.Length), CanonicalJson.Default.DocumentContent));
        if (!IsMet(reading))
        {
            var met = new OccurrenceContent(run, reading.Sha256, reading.Path, reading.Url, Now());
            Add(EntryKind.Occurrence, CanonicalJson.Write(met, CanonicalJson.Default.OccurrenceContent));
        }
        if (IsRead(reading, versions)) return AppendOutcome.AlreadyRecorded;
        if (reading.Text is { Bytes: { } text } archived) Archive.Add(connection, archived.Content.Archived!, Archive.Pack(text));
        var content = new ReadingContent(run, versions, reading.ResultSha256, reading.Path, reading.Url, Now(), reading.Result);
        var number = AddEntry(EntryKind.Reading, CanonicalJson.Write(content, CanonicalJson.Default.ReadingContent));
        var first = 1 + (connection.Number("SELECT max(id) FROM attributions") ?? 0);
        AddRows(Projection.Of(number, content, reading.Characters, first));
        return reading.Result.Failures.Length > 0 ? AppendOutcome.FailureRecorded : isNew ? AppendOutcome.Added : AppendOutcome.NewAnalysis;
    }

    // Whether the last document met at the path is this one.
    private bool IsMet(PreparedReading reading) =>
        connection.Text("SELECT document FROM occurrences WHERE path = ?1 AND url IS ?2 ORDER BY entry DESC LIMIT 1", reading.Path, reading.Url) == reading.Sha256;

    // Whether the last reading of the document by the same versions came to the same. Only the last counts: a day of
    // publication given, left out and given again is three readings, and the last one stands.
    private bool IsRead(PreparedReading reading, string versions) =>
        connection.Text("SELECT result_sha256 FROM readings WHERE document = ?1 AND versions = ?2 ORDER BY entry DESC LIMIT 1", reading.Sha256, versions) == reading.ResultSha256;

    // Whether an entry holds the same series, whenever it was added.
    private bool IsSame(long entry, SeriesContent content)
    {
        var standing = CanonicalJson.Read(connection.Text("SELECT content FROM entries WHERE number = ?1", entry)!, CanonicalJson.Default.SeriesContent);
        return CanonicalJson.Write(standing with { Added = content.Added }, CanonicalJson.Default.SeriesContent) == CanonicalJson.Write(content, CanonicalJson.Default.SeriesContent);
    }

    private long Add(EntryKind kind, string content)
    {
        var number = AddEntry(kind, content);
        AddRows(Projection.Of(number, kind, content));
        return number;
    }

    private long AddEntry(EntryKind kind, string content)
    {
        var rows = connection.Query("SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1");
        var (last, previous) = rows.Next() ? (rows.Number(0), rows.Bytes(1)) : (0, Entry.Genesis);
        rows.Reset();
        var entry = Entry.Make(last + 1, kind, content, previous);
        connection.Run(
            "INSERT INTO entries (number, kind, content, content_sha256, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            entry.Number, entry.Kind, entry.Content, entry.ContentSha256, entry.Previous, entry.Hash);
        return entry.Number;
    }

    private void AddRows(IEnumerable<ProjectedRow> rows)
    {
        foreach (var row in rows)
        {
            if (inserts.TryGetValue(row.Table, out var insert)) insert.With(row.Values).Run();
            else (inserts[row.Table] = connection.Query(row.Table.Insert, row.Values)).Run();
        }
    }

    private static string VersionsOf(string program, SortedDictionary<string, string> models) =>
        Convert.ToHexStringLower(Entry.HashOf(CanonicalJson.Write(new RunContent(program, models, "", ""), CanonicalJson.Default.RunContent)));

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
