using System.Text.Json;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger;

/// <summary>
/// Answers many short questions to a ledger: what was recorded last comes first, page by page, so that a page costs the
/// same however large the ledger is. Not safe to share between threads: a program that answers several people at once
/// opens several.
/// </summary>
public sealed class LedgerReader : IDisposable
{
    // Of a large ledger a page needs rows from a hundred places, and with the 2 MB that SQLite keeps unless told otherwise, most of
    // them were read from the file anew for each: 130 reads a search over a million statements (strace -c -e pread64).
    private const string Cache = "PRAGMA cache_size = -32768";

    private readonly string path;
    private readonly LedgerConnection connection;
    private readonly ThreadSearch threads = new();

    private LedgerReader(string path, LedgerConnection connection) => (this.path, this.connection) = (path, connection);

    /// <summary>Opens a ledger. An older one is copied and brought up to date.</summary>
    /// <exception cref="OnRecordException">OR5001: it is of a newer version. OR5004: it is no ledger, or damaged. OR5008: it is not there.</exception>
    public static LedgerReader Open(string path)
    {
        var connection = Opening.ForReading(path, new LedgerOptions());
        connection.Run(Cache);
        return new LedgerReader(path, connection);
    }

    /// <summary>The number of the last entry; 0 for a ledger with nothing in it. Whatever a ledger shows is settled by it.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public long Head() => Ask(c => c.Number("SELECT max(number) FROM entries") ?? 0);

    /// <summary>
    /// The numbers of all statements that have the words, what was recorded last first, whether their reading stands or not.
    /// They are found as they are asked for; nothing else may be asked meanwhile.
    /// </summary>
    /// <param name="text">Words, in the form of <see cref="StatementQuery.Text"/>; null for none.</param>
    /// <param name="speaker">Words of the speaker's name, in the same form; null for none.</param>
    /// <param name="before">Gives those before the statement of that number; null for the last of all.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the words cannot be looked for.</exception>
    /// <exception cref="ArgumentException">There are no words to look for.</exception>
    public IEnumerable<long> Matches(string? text, string? speaker, long? before) => Each(c => StatementSearch.Matches(c, text, speaker, before));

    /// <summary>Statements by their numbers, in the order given; those that are not there are left out.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="text">Words to cut around, as <see cref="Matches"/> takes them.</param>
    /// <param name="speaker">Words of the speaker's name to cut around.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the words cannot be looked for.</exception>
    public IReadOnlyList<StatementRow> Statements(IReadOnlyList<long> numbers, string? text = null, string? speaker = null) => Ask(c => StatementSearch.Numbered(c, numbers, text, speaker));

    /// <summary>Statements that are at hand, each with a cutting around the words; those that do not have them have none.</summary>
    /// <param name="rows">The statements, each once.</param>
    /// <param name="text">Words to cut around, as <see cref="Matches"/> takes them.</param>
    /// <param name="speaker">Words of the speaker's name to cut around.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the words cannot be looked for.</exception>
    public IReadOnlyList<StatementRow> Cut(IReadOnlyList<StatementRow> rows, string? text, string? speaker) => Ask(c => StatementSearch.Cut(c, rows, text, speaker));

    /// <summary>One statement, whether its reading stands or not; null for none.</summary>
    /// <param name="reading">The number of the entry that records the reading.</param>
    /// <param name="attribution">Its name in the reading, such as <c>a12</c>.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public StatementRow? Statement(long reading, string attribution) => Ask(c => StatementSearch.Single(c, reading, attribution));

    /// <summary>Whether an earlier reading of the same document has a statement with its content in the same place: then it is no news, only read anew.</summary>
    /// <param name="number">The number of the statement.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public bool IsReadAnew(long number) => Ask(c => StatementSearch.IsReadAnew(c, number));

    /// <summary>The documents met last.</summary>
    /// <param name="publisher">Only of this outlet; null for all.</param>
    /// <param name="before">Gives those met before the document of that entry; null for the last of all.</param>
    /// <param name="size">How many at most.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<DocumentRow> Documents(string? publisher, long? before, int size) => Ask(c => Catalogue.LastDocuments(c, publisher, before, size));

    /// <summary>A reading of a document.</summary>
    /// <param name="sha256">The document's hash, or the beginning of it, 8 digits or more.</param>
    /// <param name="entry">The entry that records it; null for the one that stands.</param>
    /// <returns>The reading; null for none, and where several documents begin so.</returns>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public RecordedReading? Reading(string sha256, long? entry = null) => Ask(c => RecordedReadings.Of(c, sha256, entry));

    /// <summary>Every decision about the statements of a reading, by the statement's name, the one that stands first.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public ILookup<string, Decision> Decisions(Reading reading) => Ask(c =>
    {
        var byPlace = DecisionSearch.OfDocument(c, reading.Raw.Sha256);
        return reading.Attributions.SelectMany(a => byPlace[DecisionSearch.PlaceOf(a)].Select(decision => (a.Id, decision))).ToLookup(pair => pair.Id, pair => pair.decision, StringComparer.Ordinal);
    });

    /// <summary>The hashes of the documents that somebody decided about, in the order of the first decision.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<string> ReviewedDocuments() => Ask(DecisionSearch.Documents);

    /// <summary>How many statements stand as people decided.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public VerdictCounts Verdicts() => Ask(DecisionSearch.Counts);

    /// <summary>
    /// Pledges, disputes, claims and events joined over documents. Worked out from the standing readings when it is first
    /// asked for and after something was recorded, as <see cref="LedgerFile.Threads"/> says; a program that opens several
    /// readers lets one of them do it and hands the threads to the others.
    /// </summary>
    /// <param name="known">Threads of the same ledger that are at hand; given back where nothing was recorded since.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public RecordedThreads Threads(RecordedThreads? known = null) => Ask(c => threads.Of(c, known));

    /// <summary>The series that were added and not removed, in the order of adding.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<RecordedSeries> Series() => Ask(SeriesCatalogue.Standing);

    /// <summary>The facts that the user added to the knowledge, in order.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<AddedFacts> Knowledge() => Ask(Catalogue.Knowledge);

    /// <summary>What people find of words that were held against figures, the newest first.</summary>
    /// <param name="document">The SHA-256 of the document.</param>
    /// <param name="span">Where the words stand.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<CheckDecision> CheckDecisions(string document, TextSpan span) => Ask(c => CheckSearch.Decisions(c, document, span));

    /// <summary>The runs that began last.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<RunRow> Runs(int size) => Ask(c => RunCatalogue.Last(c, size));

    /// <summary>The failures recorded last.</summary>
    /// <param name="before">Gives those of entries before that one; null for the last of all.</param>
    /// <param name="size">How many at most.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<FailureRow> Failures(long? before, int size) => Ask(c => Catalogue.LastFailures(c, before, size));

    /// <summary>The standing readings recorded after an entry, in the order of the ledger, with what lists and counts need of their statements.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IEnumerable<ReadingFacts> Facts(long after) => Each(c => FactSearch.After(c, after));

    /// <summary>The statements of standing readings that somebody decided about, by number. Linear in the number of decisions.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<DecidedStatement> Decided() => Ask(FactSearch.Decided);

    /// <summary>The number of the entry of the last decision; 0 for none.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public long LastDecision() => Ask(c => c.Number("SELECT max(entry) FROM decisions") ?? 0);

    /// <summary>The number of the entry in which the user last said who is who; 0 for none.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public long LastEntityChange() => Ask(c => c.Number("SELECT max(entry) FROM entity_changes") ?? 0);

    /// <summary>The names that the user gave, by the key of the speaker.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyDictionary<string, string> GivenNames() => Ask(c => Identities.Read(c).Names);

    /// <summary>Closes the file.</summary>
    public void Dispose() => connection.Dispose();

    private IEnumerable<T> Each<T>(Func<LedgerConnection, IEnumerable<T>> question)
    {
        using var rows = Ask(c => question(c).GetEnumerator());
        while (Ask(_ => rows.MoveNext())) yield return rows.Current;
    }

    private T Ask<T>(Func<LedgerConnection, T> question) => Opening.Guarded(path, () =>
    {
        try
        {
            return question(connection);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw LedgerErrors.Damaged(path, error.Message, error);
        }
    });
}
