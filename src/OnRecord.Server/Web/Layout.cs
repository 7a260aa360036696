using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Web;

/// <summary>The frame of every page.</summary>
internal static class Layout
{
    private static readonly (string Path, string Title)[] Sections =
    [
        ("search", "Search"), ("actors", "Speakers"), ("pledges", "Pledges"), ("disputes", "Disputes"), ("claims", "Claims"), ("outlets", "Outlets"), ("add", "Add"), ("review", "Review"), ("runs", "Runs"), ("accuracy", "Accuracy"),
    ];

    /// <summary>The page in its frame.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">Its address.</param>
    /// <param name="hasAccounts">Whether people sign in. Nothing else may depend on who asks: a page is made once for all.</param>
    public static Html Of(Page page, string path, bool hasAccounts)
    {
        var section = path.Split('/') is [_, var first, ..] ? first : "";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} · OnRecord</title>
            <link rel="icon" href="{EmbeddedAssets.PathOf("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{EmbeddedAssets.PathOf("site.css")}">
            <script src="{EmbeddedAssets.PathOf("site.js")}" defer></script>
            {page.Head}</head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <a class="mark" href="/">On<span>Record</span></a>
            <nav aria-label="Sections"><ul>{Html.Each(Sections, s => Html.Of($"""<li><a href="/{s.Path}"{Current(s.Path == section)}>{s.Title}</a></li>"""))}{Html.If(hasAccounts, () => Html.Of($"""<li><a href="/account"{Current(section == "account")}>Account</a></li>"""))}</ul></nav>
            <form class="find" action="/search" role="search"><label class="unseen" for="top-q">Search what was said</label><input id="top-q" type="search" name="q" placeholder="Search what was said" maxlength="500"></form>
            </header>
            <main id="main">
            {page.Body}
            </main>
            <footer class="foot"><p>Read by a machine, which errs: <a href="/accuracy">how often, as measured</a>. Every entry stands in the words of its archived source.</p></footer>
            </body>
            </html>
            """);
    }

    private static Html Current(bool isCurrent) => isCurrent ? Html.Of($""" aria-current="page" """) : default;
}
