using OnRecord.Ledger.Schema;

namespace OnRecord.Ledger;

/// <summary>What tests set to bring about a busy ledger, a full disk or an older version in no time.</summary>
internal sealed class LedgerOptions
{
    /// <summary>How long a writer waits for another one's transaction. Every transaction is one document, a few milliseconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most pages the file may have; null for as many as the disk holds.</summary>
    public int? MaxPages { get; init; }

    /// <summary>The steps of the schema this program knows.</summary>
    public IReadOnlyList<Script> Scripts { get; init; } = Schema.Scripts.All;
}
