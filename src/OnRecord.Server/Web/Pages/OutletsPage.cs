using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>Who quotes: how much of it word for word, how much from sources without a name.</summary>
internal static class OutletsPage
{
    private const int Most = 300;

    public static async Task<Page> Get(PageRequest request)
    {
        var catalogue = await request.Catalogue();
        var outlets = catalogue.Outlets.Where(o => o.Documents > 0).OrderByDescending(o => o.Statements).ThenBy(o => o.Name, StringComparer.Ordinal).ToList();
        return new Page
        {
            Title = "Outlets",
            Body = Html.Of($"""
                <h1>Outlets</h1>
                <p class="quiet">How each quotes: in the speaker’s own words, in its own, or in both; and how often the source is kept unnamed.</p>
                <div class="scroll"><table>
                <thead><tr><th scope="col">Outlet</th><th scope="col" class="n">Articles</th><th scope="col" class="n">Statements</th><th scope="col" class="n">Direct</th><th scope="col" class="n">Mixed</th><th scope="col" class="n">Indirect</th><th scope="col" class="n">Unnamed sources</th></tr></thead>
                <tbody>{Html.Each(outlets.Take(Most), o => Html.Of($"""
                <tr><th scope="row"><a href="{StatementView.OutletLink(o.Name)}">{o.Name}</a></th><td class="n">{o.Documents}</td><td class="n">{o.Statements}</td><td class="n">{Share(o.Direct, o)}</td><td class="n">{Share(o.Mixed, o)}</td><td class="n">{Share(o.Indirect, o)}</td><td class="n">{Share(o.Unnamed, o)}</td></tr>
                """))}</tbody></table></div>
                {Html.If(outlets.Count > Most, () => Html.Of($"""<p class="where">The {Most} with the most statements, of {outlets.Count}.</p>"""))}
                {Html.If(outlets.Count == 0, () => Html.Of($"""<p class="quiet">No article says which outlet it is of.</p>"""))}
                """),
        };
    }

    private static Html Share(int part, Outlet outlet) => outlet.Statements == 0 ? Html.Of($"–") : Html.Of($"""<span title="{part} of {outlet.Statements}">{(double)part / outlet.Statements:0%}</span>""");
}
