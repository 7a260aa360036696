using OnRecord.Formats;

namespace OnRecord.Ledger;

/// <summary>Writes what a ledger holds in any of its forms: the newest reading of every document, or what is joined over them.</summary>
public static class LedgerExport
{
    private static readonly (string Name, string MediaType, RecordFormat Format)[] OfReadings =
    [
        ("jsonl", "application/jsonl", RecordFormat.Jsonl),
        ("json", "application/json", RecordFormat.Json),
        ("csv", "text/csv", RecordFormat.Csv),
        ("citron", "application/jsonl", RecordFormat.Citron),
        ("brat", "text/plain", RecordFormat.Brat),
        ("w3c", "application/jsonl", RecordFormat.WebAnnotation),
        ("quotations", "application/jsonl", RecordFormat.QuotationGraph),
        ("ftm", "application/jsonl", RecordFormat.FollowTheMoney),
        ("parquet", "application/vnd.apache.parquet", RecordFormat.Parquet),
    ];

    private static readonly (string Name, string MediaType, Action<Stream, LedgerFile> Write)[] OfThreads =
    [
        ("plover", "application/jsonl", (stream, file) => PloverWriter.WriteJson(stream, file.Threads().All.Events)),
        ("plover-csv", "text/csv", (stream, file) => PloverWriter.WriteCsv(stream, file.Threads().All.Events)),
        ("claimreview", "application/jsonl", (stream, file) => ClaimWriter.Write(stream, file.Threads().All.Claims, claim => Reviews(file, claim))),
    ];

    /// <summary>The names of the forms, with their media types.</summary>
    public static IReadOnlyList<(string Name, string MediaType)> Forms { get; } = [.. OfReadings.Select(f => (f.Name, f.MediaType)), .. OfThreads.Select(f => (f.Name, f.MediaType))];

    /// <summary>Writes the ledger in a form, one document after the other; none is kept in memory.</summary>
    /// <param name="file">The ledger.</param>
    /// <param name="form">One of <see cref="Forms"/>.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="unit">What positions count, in the forms that have them.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    /// <exception cref="Language.OnRecordException">OR5004: the ledger is damaged.</exception>
    public static void Write(LedgerFile file, string form, Stream stream, OffsetUnit unit = OffsetUnit.CodePoint, CancellationToken cancellationToken = default)
    {
        if (Array.Find(OfThreads, f => f.Name == form) is { Write: { } write })
        {
            write(stream, file);
            return;
        }
        var found = Array.FindIndex(OfReadings, f => f.Name == form);
        if (found < 0) throw new ArgumentException($"There is no form '{form}'.", nameof(form));
        using var writer = RecordWriter.Create(OfReadings[found].Format, stream, unit);
        foreach (var reading in file.Readings())
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(reading);
        }
        writer.Finish();
    }

    // Of each person the last word on any report of the claim.
    private static List<ClaimReview> Reviews(LedgerFile file, ClaimThread claim) =>
    [
        .. claim.Reports.SelectMany(report => file.CheckDecisions(report.Citation.Document, report.Citation.Span)).OrderByDescending(decision => decision.Entry).DistinctBy(decision => decision.Reviewer)
            .Select(decision => new ClaimReview { Verdict = decision.Verdict, Reviewer = decision.Reviewer, Decided = decision.Decided, Note = decision.Note }),
    ];
}
