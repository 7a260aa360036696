using System.Security.Cryptography;
using System.Text.Json;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger;

/// <summary>
/// A ledger in one SQLite file: every document, what was read out of it by which versions, and a chain of hashes over all
/// of it. Nothing is ever altered or taken away. Safe to share between threads; any number of processes may read while one
/// writes, and a second writer waits for its turn at every document. docs/reference/ledger.md describes the file.
/// </summary>
public sealed class LedgerFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly LedgerOptions options;
    private readonly LedgerConnection connection;
    private readonly Recorder? recorder;
    private readonly ThreadSearch threads = new();

    private LedgerFile(string path, LedgerOptions options, LedgerConnection connection, TimeProvider? time)
    {
        this.path = path;
        this.options = options;
        this.connection = connection;
        recorder = time is null ? null : new Recorder(connection, time);
    }

    /// <summary>Opens a ledger to record in it, and makes it where it is not there. An older one is copied and brought up to date.</summary>
    /// <param name="path">The file; its folder must be there.</param>
    /// <param name="time">The clock that entries are dated by.</param>
    /// <exception cref="OnRecordException">
    /// OR5001: it is of a newer version. OR5002: it is busy. OR5003: the disk is full. OR5004: it is no ledger, or damaged.
    /// OR5007: it cannot be written.
    /// </exception>
    public static LedgerFile OpenForWriting(string path, TimeProvider time) => OpenForWriting(path, time, new LedgerOptions());

    /// <summary>Opens a ledger to search in it. An older one is copied and brought up to date.</summary>
    /// <exception cref="OnRecordException">OR5001: it is of a newer version. OR5004: it is no ledger, or damaged. OR5008: it is not there.</exception>
    public static LedgerFile OpenForReading(string path) => OpenForReading(path, new LedgerOptions());

    internal static LedgerFile OpenForWriting(string path, TimeProvider time, LedgerOptions options) =>
        new(path, options, Opening.ForWriting(path, options), time);

    internal static LedgerFile OpenForReading(string path, LedgerOptions options) =>
        new(path, options, Opening.ForReading(path, options), null);

    /// <summary>Records that a run begins.</summary>
    /// <returns>The run's number, which every append is given.</returns>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    public long BeginRun(RunDescription run) => Write(r => r.BeginRun(run));

    /// <summary>
    /// Records a document and what was read out of it, or nothing where all of that stands in the ledger already. When it
    /// returns, the whole of it is written; when it throws, none of it is.
    /// </summary>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011; OR5006: a span reaches beyond the text.</exception>
    public AppendOutcome Append(long run, Reading reading)
    {
        var prepared = PreparedReading.Of(reading);
        return Write(r => r.Append(run, prepared));
    }

    /// <summary>Records something that gave no bytes to read, such as a file that cannot be opened.</summary>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    public AppendOutcome AppendFailure(long run, Failure failure) => Write(r => r.Append(run, failure));

    /// <summary>Records facts that the user adds to the knowledge; whoever reads into this ledger afterwards reads with them.</summary>
    /// <exception cref="OnRecordException">OR6001: with these rows the knowledge would be wrong. OR5002, OR5003, OR5007 or OR5011.</exception>
    public void Add(AddedFacts facts)
    {
        WorldKnowledge.With([.. Knowledge(), facts]);
        Write(r =>
        {
            r.Append(facts);
            return 0;
        });
    }

    /// <summary>The facts that the user added, in order.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<AddedFacts> Knowledge() => Ask(Catalogue.Knowledge);

    /// <summary>Records a table of figures, with its file; what is checked afterwards is held against it, too.</summary>
    /// <param name="series">The series.</param>
    /// <param name="file">The file that it was read out of.</param>
    /// <returns>Whether it is new: false where the same series stands already.</returns>
    /// <exception cref="OnRecordException">OR6109: another series of that name stands. OR5002, OR5003, OR5007 or OR5011.</exception>
    /// <exception cref="ArgumentException">The file is not the one the series was read out of.</exception>
    public bool Add(Series series, ReadOnlyMemory<byte> file)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(file.Span)) != series.Sha256) throw new ArgumentException("The series has another SHA-256 than the file.", nameof(file));
        return Write(r => r.Append(series, file));
    }

    /// <summary>Records that a series is not to be used any more. What was recorded of it stays.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reason">Why; null where nothing is said.</param>
    /// <exception cref="OnRecordException">OR6110: no series of that name stands. OR5002, OR5003, OR5007 or OR5011.</exception>
    public void RemoveSeries(string name, string? reason) => Write(r =>
    {
        r.RemoveSeries(name, reason);
        return 0;
    });

    /// <summary>The series that were added and not removed, in the order of adding.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<RecordedSeries> Series() => Ask(SeriesCatalogue.Standing);

    /// <summary>Records what the machine found of a pledge or claim, or nothing where the last result of the same words was the same.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    public bool Record(CheckRecord check) => Write(r => r.Append(check));

    /// <summary>Records what a person finds of words that were held against figures, beside what the machine finds.</summary>
    /// <returns>The number of the entry that records it.</returns>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    public long Decide(CheckDecision decision) => Write(r => r.Append(decision));

    /// <summary>What people find of words that were held against figures, the newest first.</summary>
    /// <param name="document">The SHA-256 of the document.</param>
    /// <param name="span">Where the words stand.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<CheckDecision> CheckDecisions(string document, TextSpan span) => Ask(c => CheckSearch.Decisions(c, document, span));

    /// <summary>Records the user's word on who is who.</summary>
    /// <exception cref="OnRecordException">OR6002: the change would go round in a circle, or there is nothing to take back. OR5002, OR5003, OR5007 or OR5011.</exception>
    public void Change(EntityChange change) => Write(r =>
    {
        r.Append(change);
        return 0;
    });

    /// <summary>
    /// A statement with all others of its speaker that have the same words or nearly the same, the earliest first. Linear
    /// in what the speaker has said.
    /// </summary>
    /// <param name="document">The document, as <see cref="Show"/> takes it.</param>
    /// <param name="attribution">The statement's name in it, such as <c>a4</c>.</param>
    /// <returns>The occurrences; empty where there is no such statement.</returns>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR5010: several documents could be meant.</exception>
    public IReadOnlyList<OccurrenceRow> Occurrences(string document, string attribution) => Ask(c => Catalogue.Find(c, document) is { } sha256 ? SameWords.Of(c, sha256, attribution) : []);

    /// <summary>The sources that documents describe and do not name, by their words, the most frequent first.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<UnnamedSourceRow> UnnamedSources() => Ask(Catalogue.UnnamedSources);

    /// <summary>Records how a run ended. A run without an end was cut off.</summary>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    public void EndRun(long run, RunOutcome outcome) => Write(r =>
    {
        r.EndRun(run, outcome);
        return 0;
    });

    /// <summary>Records what a person decided about a statement.</summary>
    /// <returns>The number of the entry that records it.</returns>
    /// <exception cref="OnRecordException">OR5002, OR5003, OR5007 or OR5011.</exception>
    /// <exception cref="ArgumentException">The statement is not in this ledger.</exception>
    public long Decide(Decision decision) => Write(r => r.Append(decision));

    /// <summary>Finds statements of the standing readings, those of the newest documents first.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the query cannot be asked.</exception>
    public IReadOnlyList<StatementRow> Search(StatementQuery query) => Ask(c => StatementSearch.Find(c, query, newestFirst: true).ToList());

    /// <summary>
    /// The statements of the standing readings in the order of the ledger, one by one. What is recorded while they are
    /// gone through is not among them.
    /// </summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the query cannot be asked.</exception>
    public IEnumerable<StatementRow> Statements(StatementQuery query) => Stream(c => StatementSearch.Find(c, query, newestFirst: false));

    /// <summary>The standing readings of all documents in the order of the ledger, one by one, as <see cref="Show"/> gives them.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IEnumerable<Reading> Readings() => Stream(RecordedReadings.All);

    /// <summary>
    /// Pledges, disputes, claims and events joined over documents. Worked out from the standing readings when it is first
    /// asked for and after something was recorded; what was read before is not read again, unless somebody said who is who
    /// or decided about a statement.
    /// </summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public RecordedThreads Threads() => Ask(c => threads.Of(c, known: null));

    /// <summary>Every document, in the order they were first recorded.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<DocumentRow> Documents() => Ask(Catalogue.Documents);

    /// <summary>Every name that speaks, the one with the most statements first.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<SpeakerRow> Speakers() => Ask(Catalogue.Speakers);

    /// <summary>Every failure, in the order they were recorded.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<FailureRow> Failures() => Ask(Catalogue.Failures);

    /// <summary>
    /// The standing reading of a document, rebuilt from the ledger with its bytes and text. Its analysis has the sentences
    /// alone: tokens, paragraphs and quotations are no part of the record.
    /// </summary>
    /// <param name="document">Its path, the beginning of its SHA-256 (4 digits or more), or its file name.</param>
    /// <returns>The reading; null where no document is meant by that.</returns>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR5010: several documents could be meant.</exception>
    public Reading? Show(string document) => Ask(c => Catalogue.Find(c, document) is { } sha256 ? RecordedReadings.Standing(c, sha256) : null);

    /// <summary>
    /// Recomputes the whole chain, unpacks and hashes every archived original, slices every span again, and compares all
    /// that is searched with what the chain records. Linear in the size of the ledger.
    /// </summary>
    /// <returns>What was found; a break, however bad, is a result and no exception.</returns>
    /// <exception cref="OnRecordException">The file cannot be opened any more, or OR5002 or OR5003 while it is checked.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Verification Verify(CancellationToken token = default)
    {
        using var own = Opening.ForReading(path, options);
        return Opening.Guarded(path, () => new Verifier(own, options.Scripts, token).Run());
    }

    /// <summary>Copies all that is recorded to another file, while others read and write this one.</summary>
    /// <exception cref="OnRecordException">OR9001: the file is there already. OR5003 or OR5007: it cannot be written.</exception>
    public void CopyTo(string copy)
    {
        if (File.Exists(copy)) throw new OnRecordException(DiagnosticCodes.Usage, $"'{copy}' is there already, and a copy is not written over it. Give another name.");
        lock (gate) Opening.Guarded(copy, () =>
        {
            connection.CopyTo(copy);
            return 0;
        });
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    private T Write<T>(Func<Recorder, T> work)
    {
        var open = recorder ?? throw new InvalidOperationException("This ledger was opened for reading. Open it with OpenForWriting to record in it.");
        lock (gate) return Opening.Guarded(path, () => work(open));
    }

    private T Ask<T>(Func<LedgerConnection, T> question)
    {
        lock (gate) return Answered(() => question(connection));
    }

    private IEnumerable<T> Stream<T>(Func<LedgerConnection, IEnumerable<T>> question)
    {
        using var own = Opening.ForReading(path, options);
        using var rows = Answered(() => question(own).GetEnumerator());
        while (Answered(rows.MoveNext)) yield return rows.Current;
    }

    private T Answered<T>(Func<T> question) => Opening.Guarded(path, () =>
    {
        try
        {
            return question();
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw LedgerErrors.Damaged(path, error.Message, error);
        }
    });
}
