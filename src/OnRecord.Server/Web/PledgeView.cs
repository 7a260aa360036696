using OnRecord.Formats;

namespace OnRecord.Server.Web;

/// <summary>Pledges as they stand in lists.</summary>
internal static class PledgeView
{
    public static Href LinkOf(PledgeThread pledge) => Href.To("pledges", pledge.Id);

    public static Html List(IEnumerable<PledgeThread> pledges, DateOnly today) => Html.Of($"""
        <ol class="statements">{Html.Each(pledges, pledge => Html.Of($"""
        <li class="statement"><p class="who">{CitationView.Names(pledge.Pledgers)} {Status(pledge, today)}</p>
        <blockquote><a href="{LinkOf(pledge)}">{pledge.Steps[^1].Citation.Words}</a></blockquote>
        <p class="where">{Frame(pledge)}{Times(pledge.Steps.Count)} · {CitationView.Where(pledge.Steps[^1].Citation)}</p></li>
        """))}</ol>
        """);

    public static Html Status(PledgeThread pledge, DateOnly today) => Html.Of($"""<span class="state {Wording.Of(pledge.StatusOn(today))}">{Wording.Of(pledge.StatusOn(today))}</span>{Html.If(pledge.Deadline is not null, () => Html.Of($""" <span class="kind">by {Dates.Of(pledge.Deadline)}</span>"""))}""");

    /// <summary>What is to be reached, as far as the words say: <c>at least 2 percent-of-gdp</c>.</summary>
    public static string? Target(PledgeThread pledge) => pledge.Target is not { } target ? null
        : $"{(pledge.Comparison switch { Comparison.AtLeast => "at least ", Comparison.More => "more than ", Comparison.AtMost => "at most ", Comparison.Less => "less than ", Comparison.About => "about ", _ => "" })}{Arithmetic.Number(target)} {(IsInMeasure(pledge) ? null : Unit(pledge.Unit))}".TrimEnd();

    /// <summary>A unit as people write it.</summary>
    public static string? Unit(string? unit) => unit == "percent-of-gdp" ? "percent of GDP" : unit?.Replace('-', ' ');

    // "The two ministers" is measure and target in one, and is not said twice.
    private static Html Frame(PledgeThread pledge) => Html.If(Target(pledge) is not null, () => Html.Of($"{pledge.Measure}{Html.If(!IsInMeasure(pledge), () => Html.Of($" {Target(pledge)}"))} · "));

    private static bool IsInMeasure(PledgeThread pledge) => pledge.Unit is { Length: > 0 } unit && pledge.Measure?.Contains(unit, StringComparison.OrdinalIgnoreCase) == true;

    private static string Times(int count) => count == 1 ? "said once" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"said {count} times");
}
