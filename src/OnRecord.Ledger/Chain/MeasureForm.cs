using System.Globalization;
using OnRecord.Language.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Turns times and quantities into what an entry holds of them, and back.</summary>
internal static class MeasureForm
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public static TimeContent Of(Timex time, Func<TextSpan, int[]> range) => new(
        range(time.Span),
        RecordWords<TimexType>.Of(time.Type),
        time.Value,
        RecordWords<TimexModifier>.Of(time.Modifier),
        RecordWords<TimeBound>.Of(time.Bound),
        Text(time.Begins),
        Text(time.Ends),
        time.Zone,
        time.Frequency,
        time.Offset,
        time.CountsFrom is { } from ? range(from) : null,
        time.Clause is { } clause ? range(clause) : null,
        time.Unresolved,
        [.. time.Readings]);

    public static Timex Read(TimeContent time) => new()
    {
        Span = Span(time.Span),
        Type = RecordWords<TimexType>.Read(time.Type),
        Value = time.Value,
        Modifier = RecordWords<TimexModifier>.Read(time.Modifier),
        Bound = RecordWords<TimeBound>.Read(time.Bound),
        Begins = Read(time.Begins),
        Ends = Read(time.Ends),
        Zone = time.Zone,
        Frequency = time.Frequency,
        Offset = time.Offset,
        CountsFrom = time.CountsFrom is { } from ? Span(from) : null,
        Clause = time.Clause is { } clause ? Span(clause) : null,
        Unresolved = time.Unresolved,
        Readings = time.Readings,
    };

    public static QuantityContent Of(Quantity quantity, Func<TextSpan, int[]> range) => new(
        range(quantity.Span),
        RecordWords<QuantityKind>.Of(quantity.Kind),
        quantity.Value,
        quantity.Upper,
        WellFormed.Of(quantity.Unit),
        quantity.IsUnitAssumed,
        RecordWords<Comparison>.Of(quantity.Comparison),
        RecordWords<Change>.Of(quantity.Change),
        RecordWords<ChangeSense>.Of(quantity.ChangeSense),
        WellFormed.OrNull(quantity.Per),
        quantity.Of is { } of ? range(of) : null,
        quantity.Period is { } period ? range(period) : null,
        RecordWords<FigureStatus>.Of(quantity.Status),
        quantity.Clause is { } clause ? range(clause) : null,
        quantity.Unresolved,
        quantity.Subject is { } subject ? range(subject) : null,
        quantity.Predicate is { } predicate ? range(predicate) : null);

    public static Quantity Read(QuantityContent quantity) => new()
    {
        Span = Span(quantity.Span),
        Kind = RecordWords<QuantityKind>.Read(quantity.Kind),
        Value = quantity.Value,
        Upper = quantity.Upper,
        Unit = quantity.Unit,
        IsUnitAssumed = quantity.IsUnitAssumed,
        Comparison = RecordWords<Comparison>.Read(quantity.Comparison),
        Change = RecordWords<Change>.Read(quantity.Change),
        ChangeSense = RecordWords<ChangeSense>.Read(quantity.Sense),
        Per = quantity.Per,
        Of = quantity.Of is { } of ? Span(of) : null,
        Period = quantity.Period is { } period ? Span(period) : null,
        Status = RecordWords<FigureStatus>.Read(quantity.Status),
        Clause = quantity.Clause is { } clause ? Span(clause) : null,
        Unresolved = quantity.Unresolved,
        Subject = quantity.Subject is { } subject ? Span(subject) : null,
        Predicate = quantity.Predicate is { } predicate ? Span(predicate) : null,
    };

    public static InferredDateContent Of(InferredDate date, Func<TextSpan, int[]> range) => new(date.Value, RecordWords<InferredDateGround>.Of(date.Ground), [.. date.Evidence.Select(range)]);

    public static InferredDate Read(InferredDateContent date) => new()
    {
        Value = date.Value,
        Ground = RecordWords<InferredDateGround>.Read(date.Ground),
        Evidence = [.. date.Evidence.Select(Span)],
    };

    private static TextSpan Span(int[] range) => new(range[0], range[1]);

    private static string? Text(DateTime? moment) => moment?.ToString(Moment, CultureInfo.InvariantCulture);

    private static DateTime? Read(string? moment) => moment is null ? null : DateTime.ParseExact(moment, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None);
}
