using OnRecord.Server.Search;

namespace OnRecord.Server.Web;

/// <summary>Statements by year as columns, with the same numbers as a table behind.</summary>
internal static class YearChart
{
    private const int Height = 60;
    private const int Step = 24;

    public static Html Of(Facets facets)
    {
        var years = facets.Years.Reverse().ToList();
        if (years.Count < 2) return default;
        var largest = years.Max(year => year.Count);
        var columns = years.Select((year, i) => (X: (double)i * Step, Share: (double)Height * year.Count / largest)).ToList();
        return Html.Of($"""
            <figure class="chart"><figcaption>Statements by year, {Wording(years[0])} to {Wording(years[^1])}</figcaption>
            <svg viewBox="0 0 {(double)years.Count * Step:0} {(double)Height:0}" role="img" aria-label="Statements by year; the table below has the numbers">{Html.Each(columns, c => Html.Of($"""<rect x="{c.X + 2:0}" y="{Height - c.Share:0.0}" width="{Step - 4.0:0}" height="{c.Share:0.0}"/>"""))}</svg>
            <details><summary>As a table</summary><table><thead><tr><th scope="col">Year</th><th scope="col" class="n">Statements</th></tr></thead><tbody>{Html.Each(years, year => Html.Of($"""<tr><th scope="row">{Wording(year)}</th><td class="n">{year.Count}</td></tr>"""))}</tbody></table></details>
            </figure>
            """);
    }

    // A year has no comma.
    private static string Wording(FacetCount<int> year) => year.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
