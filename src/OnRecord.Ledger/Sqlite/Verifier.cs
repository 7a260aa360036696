using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Schema;
using OnRecord.Ledger.Search;
using SQLitePCL;

namespace OnRecord.Ledger.Sqlite;

/// <summary>Checks a whole ledger and finds its first break: entry by entry, and then what belongs to no entry.</summary>
internal sealed class Verifier(LedgerConnection connection, IReadOnlyList<Script> scripts, CancellationToken token)
{
    private readonly RowComparison rows = new(connection);
    private readonly StatementIndexCheck index = new(connection);
    private readonly HashSet<string> archived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private long current;
    private string? kind;
    private string? document;
    private byte[] head = Entry.Genesis;
    private long entries;
    private long spans;
    private long attributions;
    private (string Sha256, byte[] Bytes)? lastOriginal;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Verification Run()
    {
        LedgerBreak? broken = null;
        try
        {
            connection.Run("PRAGMA temp_store = MEMORY");
            // One view of the ledger from beginning to end, whatever is recorded meanwhile.
            connection.Run("BEGIN");
            SchemaCheck.Run(connection, scripts);
            CheckEntries();
            (current, kind, document) = (0, null, null);
            CheckWhole();
        }
        catch (SqliteException error) when (error.SqliteErrorCode is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL))
        {
            broken = Break(DiagnosticCodes.LedgerDamaged, $"SQLite cannot read what is stored: {error.Message}.");
        }
        catch (BrokenLedgerException error)
        {
            broken = Break(error.Code, error.Message);
        }
        return new Verification { Entries = entries, Documents = sizes.Count, Spans = spans, Head = Convert.ToHexStringLower(head), FirstBreak = broken };
    }

    private LedgerBreak Break(string code, string message) => new(
        current == 0 ? null : current,
        kind,
        document,
        code,
        $"{message} Restore the ledger from a copy, or read the documents again into a new one.");

    private void CheckEntries()
    {
        for (var number = 1L; ; number++)
        {
            token.ThrowIfCancellationRequested();
            (current, kind, document) = (number, null, null);
            var row = connection.Query("SELECT kind, content, content_sha256, previous, hash FROM entries WHERE number = ?1", number);
            if (!row.Next()) break;
            var entry = new Entry { Number = number, Kind = row.Text(0), Content = row.Text(1), ContentSha256 = row.Bytes(2), Previous = row.Bytes(3), Hash = row.Bytes(4) };
            row.Reset();
            kind = entry.Kind;
            // A content that is damaged says nothing to be relied on; the tables may still say whose it was.
            document = connection.Text("SELECT document FROM readings WHERE entry = ?1 UNION ALL SELECT sha256 FROM documents WHERE entry = ?1 UNION ALL SELECT document FROM occurrences WHERE entry = ?1", number);
            CheckLink(entry);
            try
            {
                CheckContent(entry);
            }
            catch (Exception error) when (error is JsonException or FormatException or ArgumentException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
            {
                // The hash holds, so somebody made an entry that no version of the program makes.
                throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, $"The content of the entry is not what its kind holds ({error.GetType().Name}).");
            }
            head = entry.Hash;
            entries = number;
        }
        if (connection.Number("SELECT count(*) FROM entries") != entries)
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, "The entry is missing, and others stand outside of the chain.");
        }
    }

    private void CheckLink(Entry entry)
    {
        if (!Entry.HashOf(entry.Content).AsSpan().SequenceEqual(entry.ContentSha256))
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, "The content of the entry does not have the hash that was recorded.");
        }
        if (!entry.Previous.AsSpan().SequenceEqual(head))
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, "The entry does not follow the one before it.");
        }
        if (!Entry.Link(entry.Number, entry.Kind, entry.ContentSha256, entry.Previous).AsSpan().SequenceEqual(entry.Hash))
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, "The hash of the entry is not that of its number, kind, content and predecessor.");
        }
    }

    private void CheckContent(Entry entry)
    {
        var what = RecordWords<EntryKind>.Read(entry.Kind);
        switch (what)
        {
            case EntryKind.Document:
                var added = CanonicalJson.Read(entry.Content, CanonicalJson.Default.DocumentContent);
                document = added.Sha256;
                Keep(added.Sha256, Original(added.Sha256, added.Size));
                sizes.Add(added.Sha256, added.Size);
                break;
            case EntryKind.Occurrence:
                document = CanonicalJson.Read(entry.Content, CanonicalJson.Default.OccurrenceContent).Document;
                break;
            case EntryKind.Reading:
                CheckReading(entry);
                return;
            case EntryKind.Series:
                var series = CanonicalJson.Read(entry.Content, CanonicalJson.Default.SeriesContent);
                Original(series.File, series.Size);
                archived.Add(series.File);
                break;
            case EntryKind.Check:
                document = CanonicalJson.Read(entry.Content, CanonicalJson.Default.CheckContent).Document;
                break;
            case EntryKind.CheckDecision:
                document = CanonicalJson.Read(entry.Content, CanonicalJson.Default.CheckDecisionContent).Document;
                break;
            case EntryKind.Decision:
                CheckDecision(CanonicalJson.Read(entry.Content, CanonicalJson.Default.DecisionContent));
                break;
        }
        rows.Compare(entry.Number, RowComparison.TablesOf(what), Projection.Of(entry.Number, what, entry.Content));
    }

    private void CheckReading(Entry entry)
    {
        var content = CanonicalJson.Read(entry.Content, CanonicalJson.Default.ReadingContent);
        document = content.Result.Document;
        string? text = null;
        if (content.Result.Article is { } article)
        {
            if (article.Text.Archived is { } sha256) archived.Add(sha256);
            try
            {
                var original = lastOriginal is { } last && last.Sha256 == document ? last.Bytes : Original(document, sizes[document]);
                text = RecordedReadings.TextOf(connection, content, original);
            }
            catch (FormatException error)
            {
                throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, $"The text cannot be had from the archive: {error.Message}.");
            }
        }
        var expected = Projection.Of(entry.Number, content, text, attributions + 1).ToList();
        rows.Compare(entry.Number, RowComparison.TablesOf(EntryKind.Reading), expected.Where(r => r.Table != ProjectedTable.StatementIndex));
        index.Expect(expected.Where(r => r.Table == ProjectedTable.StatementIndex));
        attributions += content.Result.Attributions.Length;
        spans += expected.Count(r => r.Table == ProjectedTable.Spans);
    }

    // The words that a person put in place of others are words of the text, too.
    private void CheckDecision(DecisionContent decision)
    {
        document = decision.Document;
        CorrectedSpanContent[] corrected = [.. decision.Source ?? [], .. decision.Content ?? []];
        if (corrected.Length == 0) return;
        var json = connection.Text("SELECT content FROM entries WHERE number = ?1 AND kind = 'reading'", decision.Reading) ?? throw new FormatException("the reading is missing");
        var content = CanonicalJson.Read(json, CanonicalJson.Default.ReadingContent);
        var text = RecordedReadings.TextOf(connection, content, Original(decision.Document, sizes[decision.Document])) ?? "";
        if (corrected.Any(span => WellFormed.Of(text[span.Start..span.Stop]) != span.Words))
        {
            throw new BrokenLedgerException(DiagnosticCodes.SpanMismatch, "The words of a correction are not those of the archived text.");
        }
        spans += corrected.Length;
    }

    private byte[] Original(string sha256, long size)
    {
        try
        {
            var bytes = Archive.Read(connection, sha256, size);
            return bytes.Length == size ? bytes : throw new FormatException("the archived bytes do not have the size that was recorded");
        }
        catch (FormatException error)
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, $"The archived original does not hold: {error.Message}.");
        }
    }

    private void Keep(string sha256, byte[] bytes)
    {
        archived.Add(sha256);
        lastOriginal = (sha256, bytes);
    }

    private void CheckWhole()
    {
        rows.CompareCounts();
        if (connection.Number("SELECT count(*) FROM archive") != archived.Count)
        {
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, "The archive holds bytes that no entry speaks of.");
        }
        if (index.FirstDifference() is { } attribution)
        {
            current = connection.Number("SELECT reading FROM attributions WHERE id = ?1", attribution) ?? 0;
            kind = current == 0 ? null : RecordWords<EntryKind>.Of(EntryKind.Reading);
            document = connection.Text("SELECT document FROM readings WHERE entry = ?1", current);
            throw new BrokenLedgerException(DiagnosticCodes.ChainBroken, $"The search index does not have the words of statement {attribution.ToString(CultureInfo.InvariantCulture)} as they were recorded.");
        }
        token.ThrowIfCancellationRequested();
        if (connection.Text("PRAGMA integrity_check(1)") is var verdict && verdict != "ok")
        {
            throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, $"SQLite finds the file damaged: {verdict}.");
        }
    }
}
