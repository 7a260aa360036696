using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>Words of the record with where they stand.</summary>
internal static class CitationView
{
    /// <summary>The place in the article.</summary>
    public static Href LinkOf(Citation citation)
    {
        var article = StatementView.LinkOf(citation.Document);
        return citation.Attribution is { } attribution ? article.At(attribution) : article;
    }

    public static Html Words(Citation citation) => Html.Of($"""<a href="{LinkOf(citation)}">{citation.Words}</a>""");

    public static Html Where(Citation citation) => Html.Of($"""<cite><a href="{StatementView.LinkOf(citation.Document)}">{StatementView.TitleOf(citation.Title, citation.Path)}</a></cite>{StatementView.Outlet(citation.Publisher)}""");

    public static Html Name(Party? party, string? words = null) => party is not null ? Html.Of($"""<a class="name" href="{StatementView.ActorLink(party.Key)}">{party.Name}</a>""") : Html.Of($"""<span class="open">{words ?? "not told"}</span>""");

    public static Html Names(IReadOnlyList<Party> parties) => parties.Count == 0 ? Name(null) : Html.Of($"""{Html.Each(parties.Select((party, i) => (party, i)), p => Html.Of($"{(p.i > 0 ? ", " : "")}{Name(p.party)}"))}""");

    /// <summary>What stands where the threads of a large ledger are still being worked out.</summary>
    public static Page NotYet(string title) => new()
    {
        Title = title,
        Status = StatusCodes.Status503ServiceUnavailable,
        Body = Html.Of($"""<h1>{title}</h1><p>Pledges and disputes are being joined over all articles of this ledger. It takes longer than a page should; look again in a minute.</p>"""),
    };
}
