using System.Globalization;
using OnRecord.Ledger;

namespace OnRecord.Server.Review;

/// <summary>Where decisions are recorded.</summary>
internal sealed class ReviewDesk(ServerOptions options, Record record)
{
    /// <summary>The statement of an identifier such as <c>1207-a12</c> with its reading; null for none.</summary>
    public async Task<(RecordedReading Recorded, Attribution Attribution, IReadOnlyList<Decision> Decisions)?> Find(string id, CancellationToken cancellationToken)
    {
        var parts = id.Split('-');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var entry)) return null;
        return await record.Ask<(RecordedReading, Attribution, IReadOnlyList<Decision>)?>(
            ledger =>
            {
                if (ledger.Statement(entry, parts[1]) is not { } row || ledger.Reading(row.Document, entry) is not { } recorded) return null;
                var attribution = recorded.Reading.Attributions.Single(a => a.Id == parts[1]);
                return (recorded, attribution, [.. ledger.Decisions(recorded.Reading)[attribution.Id]]);
            },
            cancellationToken);
    }

    /// <summary>Records what the form says.</summary>
    /// <exception cref="Language.OnRecordException">OR9001: it says nothing that can be recorded. OR5002 to OR5011: the ledger cannot be written.</exception>
    public void Decide(CorrectionForm form, RecordedReading recorded, Attribution attribution, string reviewer)
    {
        var decision = form.Decision(recorded, attribution, reviewer);
        // Opened for this decision alone, so that other programs find the ledger free between two.
        using var ledger = LedgerFile.OpenForWriting(options.Ledger, options.Time);
        ledger.Decide(decision);
    }
}
