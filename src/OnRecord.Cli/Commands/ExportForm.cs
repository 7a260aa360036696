using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary>What <c>export</c> writes: readings one by one, or what is joined over all of them.</summary>
internal readonly record struct ExportForm
{
    public ExportForm(RecordFormat readings) => OfReadings = readings;

    public ExportForm(Action<Stream, LedgerFile> threads) => OfThreads = threads;

    public RecordFormat OfReadings { get; }

    /// <summary>Null where readings are written.</summary>
    public Action<Stream, LedgerFile>? OfThreads { get; }
}
