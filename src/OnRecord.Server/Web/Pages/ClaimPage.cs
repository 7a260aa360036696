using OnRecord.Formats;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>One claim: how it stands against figures, what people found, and everybody who says it, in which words.</summary>
internal static class ClaimPage
{
    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Claim");
        if (threads.Claim(request.LastSegment()) is not { } claim) return NotFoundPage.Of(request.Context.Request.Path);
        var (findings, decisions) = await request.Ask(ledger => ThreadFindings.Of(ledger, claim));
        var title = claim.Reports[0].Citation.Words;
        return new Page
        {
            Title = title.Length > 60 ? title[..59] + "…" : title,
            Body = Html.Of($"""
                <h1 class="words">{title}</h1>
                <p>{CitationView.Names(claim.Speakers)} <span class="kind">{Wording.Of(claim.Kind)}</span> <span class="where">worth checking {claim.Checkworthy:0%}, as a machine rates it</span></p>
                <section><h2>Against figures</h2>{FindingView.Of(findings, request.Today)}{FindingView.Of(decisions)}</section>
                <section><h2>Who says it</h2>
                <div class="scroll"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Words</th><th scope="col">As the first</th><th scope="col">Where</th></tr></thead>
                <tbody>{Html.Each(claim.Reports, report => Html.Of($"""
                <tr><td>{Dates.Of(report.Citation.Day)}</td><td>{CitationView.Name(report.Speaker)}</td><td>{CitationView.Words(report.Citation)}</td><td>{report.Likeness:0%}</td><td>{CitationView.Where(report.Citation)}</td></tr>
                """))}</tbody></table></div></section>
                """),
        };
    }
}
