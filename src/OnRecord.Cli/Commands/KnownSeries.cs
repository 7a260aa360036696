using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary>The series that a command can use: those that come with the program, then those of the ledger.</summary>
internal static class KnownSeries
{
    /// <param name="ledger">The ledger's file.</param>
    /// <param name="isAsked">Whether it was named, so that it has to be there.</param>
    public static IReadOnlyList<Series> Of(string ledger, bool isAsked)
    {
        if (!isAsked && !File.Exists(ledger)) return ShippedSeries.All;
        using var record = LedgerFile.OpenForReading(ledger);
        return Of(record);
    }

    /// <summary>The knowledge with the facts of a ledger, where there is one.</summary>
    public static WorldKnowledge World(string ledger)
    {
        if (!File.Exists(ledger)) return WorldKnowledge.Shipped;
        using var record = LedgerFile.OpenForReading(ledger);
        return WorldKnowledge.With(record.Knowledge());
    }

    public static IReadOnlyList<Series> Of(LedgerFile record) => [.. ShippedSeries.All, .. record.Series().Select(added => added.Series)];

    /// <exception cref="OnRecordException">OR6110: there is none of that name.</exception>
    public static Series Named(IReadOnlyList<Series> known, string name) => known.FirstOrDefault(series => series.Name == name)
        ?? throw new OnRecordException(DiagnosticCodes.SeriesMissing, $"There is no series '{name}'. 'onrecord series list' lists those that there are.{Help.Suggestion.For(name, known.Select(series => series.Name))}");
}
