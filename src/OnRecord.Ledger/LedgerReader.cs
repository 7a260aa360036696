using System.Text.Json;
using OnRecord.Language;
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
    private readonly string path;
    private readonly LedgerConnection connection;
    private RecordedThreads? threads;

    private LedgerReader(string path, LedgerConnection connection) => (this.path, this.connection) = (path, connection);

    /// <summary>Opens a ledger. An older one is copied and brought up to date.</summary>
    /// <exception cref="OnRecordException">OR5001: it is of a newer version. OR5004: it is no ledger, or damaged. OR5008: it is not there.</exception>
    public static LedgerReader Open(string path) => new(path, Opening.ForReading(path, new LedgerOptions()));

    /// <summary>The number of the last entry; 0 for a ledger with nothing in it. Whatever a ledger shows is settled by it.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public long Head() => Ask(c => c.Number("SELECT max(number) FROM entries") ?? 0);

    /// <summary>The statements recorded last that match.</summary>
    /// <param name="query">The conditions; its limit is not looked at.</param>
    /// <param name="before">Gives those recorded before the statement of that number; null for the last of all.</param>
    /// <param name="size">How many at most.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the query cannot be asked.</exception>
    public IReadOnlyList<StatementRow> Statements(StatementQuery query, long? before, int size) => Ask(c => StatementSearch.LastRecorded(c, query, before, size));

    /// <summary>How the last recorded matches are spread.</summary>
    /// <param name="query">The conditions; its limit is not looked at.</param>
    /// <param name="most">How many statements to count at most.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged. OR9001: the query cannot be asked.</exception>
    public StatementFacets Facets(StatementQuery query, int most) => Ask(c => FacetSearch.Of(c, query, most));

    /// <summary>One statement, whether its reading stands or not; null for none.</summary>
    /// <param name="reading">The number of the entry that records the reading.</param>
    /// <param name="attribution">Its name in the reading, such as <c>a12</c>.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public StatementRow? Statement(long reading, string attribution) => Ask(c => StatementSearch.One(c, reading, attribution));

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
    /// Pledges, disputes, claims and events joined over documents. Worked out from all standing readings when it is first
    /// asked for and after something was recorded; a program that opens several readers hands one the threads of another.
    /// </summary>
    /// <param name="known">Threads of the same ledger that are at hand; given back where nothing was recorded since.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public RecordedThreads Threads(RecordedThreads? known = null) => Ask(c => threads = ThreadSearch.Of(c, known ?? threads));

    /// <summary>The runs that began last.</summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<RunRow> Runs(int size) => Ask(c => RunCatalogue.Last(c, size));

    /// <summary>The failures recorded last.</summary>
    /// <param name="before">Gives those of entries before that one; null for the last of all.</param>
    /// <param name="size">How many at most.</param>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IReadOnlyList<FailureRow> Failures(long? before, int size) => Ask(c => Catalogue.LastFailures(c, before, size));

    /// <summary>
    /// What the standing readings recorded after an entry say in numbers, in the order of the ledger: one row for each
    /// speaker of a reading, and one for its statements without a speaker; a reading with no statements has that one row.
    /// </summary>
    /// <exception cref="OnRecordException">OR5004: the ledger is damaged.</exception>
    public IEnumerable<ReadingTally> Tallies(long after)
    {
        using var rows = Ask(c => TallySearch.After(c, after).GetEnumerator());
        while (Ask(_ => rows.MoveNext())) yield return rows.Current;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => connection.Dispose();

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
