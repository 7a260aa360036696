using OnRecord.Language.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Turns claims, pledges, allegations and events into what an entry holds of them, and back.</summary>
internal static class MeaningForm
{
    public static ClaimContent Of(Claim claim, Func<TextSpan, int[]> range) =>
        new(claim.Id, range(claim.Span), claim.Attribution, RecordWords<ClaimKind>.Of(claim.Kind), claim.Checkworthy);

    public static Claim Read(ClaimContent claim) => new()
    {
        Id = claim.Id,
        Span = Span(claim.Span),
        Attribution = claim.Attribution,
        Kind = RecordWords<ClaimKind>.Read(claim.Kind),
        Checkworthy = claim.Checkworthy,
    };

    public static PledgeContent Of(Pledge pledge, Func<TextSpan, int[]> range)
    {
        int[]? Range(TextSpan? span) => span is { } words ? range(words) : null;
        return new PledgeContent(
            pledge.Id,
            range(pledge.Span),
            pledge.Attribution,
            [.. pledge.Pledgers],
            Range(pledge.PledgerWords),
            pledge.BindsMembers,
            range(pledge.Action),
            Range(pledge.Measure),
            pledge.Comparison is { } comparison ? RecordWords<Comparison>.Of(comparison) : null,
            pledge.Target,
            WellFormed.OrNull(pledge.Unit),
            RecordWords<Change>.Of(pledge.Change),
            pledge.IsDifference,
            Range(pledge.Baseline),
            ReadingForm.Date(pledge.Deadline),
            Range(pledge.DeadlineWords),
            Range(pledge.Condition),
            pledge.Specific,
            [.. pledge.Gaps],
            pledge.Move == PledgeMove.Made ? null : RecordWords<PledgeMove>.Of(pledge.Move));
    }

    public static Pledge Read(PledgeContent pledge) => new()
    {
        Id = pledge.Id,
        Span = Span(pledge.Span),
        Attribution = pledge.Attribution,
        Pledgers = pledge.Pledgers,
        PledgerWords = SpanOrNull(pledge.PledgerWords),
        BindsMembers = pledge.BindsMembers,
        Action = Span(pledge.Action),
        Measure = SpanOrNull(pledge.Measure),
        Comparison = pledge.Comparison is { } comparison ? RecordWords<Comparison>.Read(comparison) : null,
        Target = pledge.Target,
        Unit = pledge.Unit,
        Change = RecordWords<Change>.Read(pledge.Change),
        IsDifference = pledge.IsDifference,
        Baseline = SpanOrNull(pledge.Baseline),
        Deadline = ReadingForm.Date(pledge.Deadline),
        DeadlineWords = SpanOrNull(pledge.DeadlineWords),
        Condition = SpanOrNull(pledge.Condition),
        Specific = pledge.Specific,
        Gaps = pledge.Gaps,
        Move = pledge.Move is { } move ? RecordWords<PledgeMove>.Read(move) : PledgeMove.Made,
    };

    public static AllegationContent Of(Allegation allegation, Func<TextSpan, int[]> range) => new(
        allegation.Id,
        range(allegation.Span),
        allegation.Attribution,
        allegation.By,
        allegation.ByWords is { } by ? range(by) : null,
        allegation.Against,
        allegation.AgainstWords is { } against ? range(against) : null,
        allegation.Subject,
        RecordWords<Stance>.Of(allegation.Stance),
        allegation.RepliesTo,
        allegation.Unjoined);

    public static Allegation Read(AllegationContent allegation) => new()
    {
        Id = allegation.Id,
        Span = Span(allegation.Span),
        Attribution = allegation.Attribution,
        By = allegation.By,
        ByWords = SpanOrNull(allegation.ByWords),
        Against = allegation.Against,
        AgainstWords = SpanOrNull(allegation.AgainstWords),
        Subject = allegation.Subject,
        Stance = RecordWords<Stance>.Read(allegation.Stance),
        RepliesTo = allegation.RepliesTo,
        Unjoined = allegation.Unjoined,
    };

    public static EventContent Of(PoliticalEvent deed, Func<TextSpan, int[]> range) =>
        new(deed.Id, range(deed.Span), RecordWords<EventCode>.Of(deed.Code), deed.Mode, deed.Actor, deed.Recipient, ReadingForm.Date(deed.When), deed.Confidence);

    public static PoliticalEvent Read(EventContent deed) => new()
    {
        Id = deed.Id,
        Span = Span(deed.Span),
        Code = RecordWords<EventCode>.Read(deed.Code),
        Mode = deed.Mode,
        Actor = deed.Actor,
        Recipient = deed.Recipient,
        When = ReadingForm.Date(deed.When),
        Confidence = deed.Confidence,
    };

    private static TextSpan Span(int[] range) => new(range[0], range[1]);

    private static TextSpan? SpanOrNull(int[]? range) => range is null ? null : Span(range);
}
