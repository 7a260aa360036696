namespace OnRecord.Server.Web.Pages;

/// <summary>Everybody who speaks, the most quoted first.</summary>
internal static class ActorsPage
{
    private const int PageSize = 100;

    public static async Task<Page> Get(PageRequest request)
    {
        var catalogue = await request.Catalogue();
        var wanted = request.Parameters["name"].ToString().Trim();
        var after = (int)Math.Min(request.Number("after") ?? 0, int.MaxValue);
        var matching = wanted.Length == 0 ? catalogue.MostQuoted : [.. catalogue.MostQuoted.Where(s => s.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        var shown = matching.Skip(after).Take(PageSize).ToList();
        var here = Href.To("actors").With("name", wanted);
        return new Page
        {
            Title = "Speakers",
            Body = Html.Of($"""
                <h1>Speakers</h1>
                <form class="filters" action="/actors"><p><label for="name">Part of a name</label><input id="name" type="search" name="name" value="{wanted}" maxlength="200"></p><p><button>Find</button></p></form>
                <p class="quiet" role="status">{matching.Count} {(matching.Count == 1 ? "name" : "names")}. Who is known goes by one entry under all names; a name that only articles know is taken for one speaker in two of them.</p>
                <div class="scroll"><table>
                <thead><tr><th scope="col">Speaker</th><th scope="col" class="n">Statements</th><th scope="col" class="n">Direct</th><th scope="col" class="n">Articles</th><th scope="col">First</th><th scope="col">Last</th></tr></thead>
                <tbody>{Html.Each(shown, s => Html.Of($"""
                <tr><th scope="row"><a href="{StatementView.ActorLink(s.Key)}">{s.Name}</a></th><td class="n">{s.Statements}</td><td class="n">{s.Direct}</td><td class="n">{s.Documents}</td><td>{Dates.Of(s.First)}</td><td>{Dates.Of(s.Last)}</td></tr>
                """))}</tbody></table></div>
                <nav class="pager" aria-label="Pages">
                {Html.If(after > 0, () => Html.Of($"""<a href="{here}">← Most quoted</a>"""))}
                {Html.If(matching.Count > after + PageSize, () => Html.Of($"""<a rel="next" href="{here.With("after", (long)after + PageSize)}">Next →</a>"""))}
                </nav>
                """),
        };
    }
}
