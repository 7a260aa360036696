namespace OnRecord.Server.Web;

/// <summary>Who charges whom, drawn as arrows between names on a circle, with the same as a table behind.</summary>
internal static class DisputeGraph
{
    private const int MostParties = 12;
    private const double Width = 640;
    private const double Tall = 320;
    private const double Low = 120;
    private const double NodeRadius = 7;

    public static Html Of(Dispute dispute)
    {
        var arrows = dispute.Steps.Where(s => SideOf(s) is not null && s.Against is not null).GroupBy(s => (By: SideOf(s)!.Key, Against: s.Against!.Key, Kind: KindOf(s.Move)))
            .Select(g => new Arrow(SideOf(g.First())!, g.First().Against!, g.Key.Kind, g.Count())).ToList();
        var parties = arrows.SelectMany(a => new[] { a.By, a.Against }).Distinct().ToList();
        if (arrows.Count == 0) return default;
        return Html.Of($"""
            <figure class="chart graph"><figcaption>Who against whom</figcaption>
            {Html.If(parties.Count <= MostParties, () => Drawn(parties, arrows))}
            <details{Html.If(parties.Count > MostParties, () => Html.Of($" open"))}><summary>As a table</summary><div class="scroll"><table><thead><tr><th scope="col">Who</th><th scope="col">Does</th><th scope="col">To whom</th><th scope="col" class="n">Times</th></tr></thead>
            <tbody>{Html.Each(arrows, a => Html.Of($"""<tr><th scope="row">{CitationView.Name(a.By)}</th><td>{a.Kind}</td><td>{CitationView.Name(a.Against)}</td><td class="n">{a.Count}</td></tr>"""))}</tbody></table></div></details>
            </figure>
            """);
    }

    private static Html Drawn(List<Party> parties, List<Arrow> arrows)
    {
        // Two stand on a line.
        var height = parties.Count > 2 ? Tall : Low;
        var places = parties.Select((party, i) => (party, Angle: (2 * Math.PI * i / parties.Count) - Math.PI)).ToDictionary(p => p.party.Key, p => (X: (Width / 2) + (Width * 0.29 * Math.Cos(p.Angle)), Y: (height / 2) + (height * 0.36 * Math.Sin(p.Angle))), StringComparer.Ordinal);
        return Html.Of($"""
            <svg viewBox="0 0 {Width:0} {height:0}" role="img" aria-label="Arrows from those who charge or answer to those they speak of; the table below has the same">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
            {Html.Each(arrows, a => Line(places[a.By.Key], places[a.Against.Key], a))}
            {Html.Each(parties, p => Node(p, places[p.Key].X, places[p.Key].Y, isAbove: places[p.Key].Y <= (height / 2) + 1))}
            </svg>
            """);
    }

    // Bent to one side, so that a charge and the charge in turn are two lines.
    private static Html Line((double X, double Y) from, (double X, double Y) to, Arrow arrow)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (bendX, bendY) = (((from.X + to.X) / 2) - (dy / length * 26), ((from.Y + to.Y) / 2) + (dx / length * 26));
        var (endX, endY) = (to.X - ((to.X - bendX) / length * 2 * (NodeRadius + 4)), to.Y - ((to.Y - bendY) / length * 2 * (NodeRadius + 4)));
        return Html.Of($"""<path class="arrow {(arrow.Kind == "charges" ? "charge" : "answer")}" d="M{from.X:0.0} {from.Y:0.0} Q{bendX:0.0} {bendY:0.0} {endX:0.0} {endY:0.0}" marker-end="url(#tip)"><title>{arrow.By.Name} {arrow.Kind} {arrow.Against.Name}</title></path>""");
    }

    private static Html Node(Party party, double x, double y, bool isAbove) => Html.Of($"""
        <circle cx="{x:0.0}" cy="{y:0.0}" r="{NodeRadius:0}"/><text x="{x:0.0}" y="{(isAbove ? y - 16 : y + 26):0.0}" text-anchor="middle">{(party.Name.Length > 28 ? party.Name[..27] + "…" : party.Name)}</text>
        """);

    // Who speaks for somebody has no quarrel of its own.
    private static Party? SideOf(DisputeStep step) => step.OnBehalfOf ?? step.By;

    private static string KindOf(DisputeMove move) => move switch
    {
        DisputeMove.Accusation or DisputeMove.CounterAccusation or DisputeMove.SidesWithAccuser => "charges",
        DisputeMove.Concession => "admits to",
        DisputeMove.SidesWithAccused => "contradicts",
        _ => "denies to",
    };

    private sealed record Arrow(Party By, Party Against, string Kind, int Count);
}
