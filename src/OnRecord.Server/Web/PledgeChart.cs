using System.Globalization;

namespace OnRecord.Server.Web;

/// <summary>A pledge against a series: one line for each of those it binds, the target across, and the same figures as a table behind.</summary>
internal static class PledgeChart
{
    private const double Width = 680;
    private const double Height = 260;
    private const double Left = 46;
    private const double Bottom = 24;
    private const double Top = 12;

    // More years than these make lines of nothing but wiggles.
    private const int MostYears = 30;

    public static Html Of(Finding finding)
    {
        var members = finding.Members.Where(m => m.Years.Any(y => y.Value is not null)).ToList();
        var years = members.SelectMany(m => m.Years).Where(y => y.Value is not null).Select(y => y.Year).Distinct().Order().TakeLast(MostYears).ToList();
        if (members.Count == 0 || years.Count < 2) return default;
        var (first, last) = (years[0], Math.Max(years[^1], finding.DueYear ?? 0));
        var target = members.Select(m => m.Target).Distinct().ToList() is [{ } one] ? one : (decimal?)null;
        var highest = (double)Math.Max(members.SelectMany(m => m.Years).Where(y => y.Year >= first).Max(y => y.Value) ?? 0, target ?? 0) * 1.05;
        if (highest <= 0) return default;
        double X(int year) => Left + ((Width - Left - 8) * (year - first) / Math.Max(1, last - first));
        double Y(decimal value) => Height - Bottom - ((Height - Bottom - Top) * (double)value / highest);
        return Html.Of($"""
            <figure class="chart pledge"><figcaption>{finding.Series}, {Words(finding.Unit)}, {Year(first)} to {Year(years[^1])}: {finding.Members.Count(m => m.IsBound && m.Verdict == FindingVerdict.Met)} of {finding.Members.Count(m => m.IsBound)} that are bound have met it</figcaption>
            <svg viewBox="0 0 {Width:0} {Height:0}" role="img" aria-label="One line for each country; the table below has the figures">
            {Html.Each(Ticks(highest), t => Html.Of($"""<path class="grid" d="M{Left:0} {Y(t):0.0}H{Width - 8:0}"/><text x="{Left - 6:0}" y="{Y(t) + 4:0.0}" text-anchor="end">{Arithmetic.Number(t)}</text>"""))}
            {Html.Each(years.Where(y => y % 5 == 0), y => Html.Of($"""<text x="{X(y):0.0}" y="{Height - 6:0}" text-anchor="middle">{Year(y)}</text>"""))}
            {Html.Each(members, m => Html.Of($"""<path class="line {(m.Verdict == FindingVerdict.Met ? "met" : m.Verdict == FindingVerdict.Missed ? "missed" : "neither")}" d="{Path(m, first, X, Y)}"><title>{m.Name}</title></path>"""))}
            {Html.If(target is not null, () => Html.Of($"""<path class="target" d="M{Left:0} {Y(target!.Value):0.0}H{Width - 8:0}"/>"""))}
            {Html.If(finding.DueYear is not null, () => Html.Of($"""<path class="due" d="M{X(finding.DueYear!.Value):0.0} {Top:0}V{Height - Bottom:0}"/>"""))}
            </svg>
            <p class="where"><span class="key met">met</span> <span class="key missed">missed</span> <span class="key neither">neither</span>{Html.If(target is not null, () => Html.Of($" · across: {Arithmetic.Number(target!.Value)}"))}{Html.If(finding.DueYear is not null, () => Html.Of($" · upright: {Year(finding.DueYear!.Value)}, the year that decides"))}</p>
            <details><summary>As a table, member by member</summary><div class="scroll"><table><thead><tr><th scope="col">Country</th><th scope="col">How it stands</th>{Html.Each(years.TakeLast(12), y => Html.Of($"""<th scope="col" class="n">{Year(y)}</th>"""))}</tr></thead>
            <tbody>{Html.Each(members, m => Row(m, years.TakeLast(12).ToList()))}</tbody></table></div></details>
            </figure>
            """);
    }

    // A year without a figure is a gap in the line, and not a straight way over it.
    private static string Path(MemberFinding member, int first, Func<int, double> x, Func<decimal, double> y)
    {
        var path = new System.Text.StringBuilder();
        var isOn = false;
        foreach (var year in member.Years.Where(year => year.Year >= first))
        {
            if (year.Value is { } value) path.Append(CultureInfo.InvariantCulture, $"{(isOn ? 'L' : 'M')}{x(year.Year):0.0} {y(value):0.0}");
            isOn = year.Value is not null;
        }
        return path.ToString();
    }

    private static Html Row(MemberFinding member, List<int> years) => Html.Of($"""
        <tr><th scope="row">{member.Name}</th><td>{Formats.Wording.Of(member.Verdict)}{Html.If(!member.IsBound, () => Html.Of($", not bound"))}{Html.If(member.Reason is not null, () => Html.Of($""" <span class="reason">{member.Reason}</span>"""))}</td>{Html.Each(years, y => Html.Of($"""<td class="n">{(member.Years.FirstOrDefault(f => f.Year == y) is { Value: { } value } figure ? Arithmetic.Number(value) + (figure.IsEstimate ? "e" : "") : "–")}</td>"""))}</tr>
        """);

    private static IEnumerable<decimal> Ticks(double highest)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(highest / 2)));
        if (highest / step > 5) step *= highest / step > 10 ? 5 : 2;
        for (var tick = 0.0; tick <= highest; tick += step) yield return (decimal)tick;
    }

    private static string? Words(string? unit) => PledgeView.Unit(unit);

    // A year has no comma.
    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
