using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>
/// The day an article was published, by the first of these that gives one: JSON-LD, the page's meta elements, microdata
/// and <c>time</c>, the address, what the page prints beside the headline. Null where none does: a day is never guessed.
/// </summary>
internal static partial class PublicationDay
{
    private const int MostElements = 400;

    private static readonly string[] Metas =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
        "pubdate", "published_time", "published-date", "published_at", "published", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.date.publication", "date", "article.published", "article.created",
        "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "rbpubdate", "displaydate", "doc_date", "citation_publication_date", "citation_date", "citation_online_date", "created", "creation_date",
        "datecreated", "date_created", "release_date", "prism.publicationdate", "eprints.date", "rnews:datepublished", "vr:published_time", "video:release_date", "og:pubdate", "timestamp", "pdate", "itemdate", "dateposted", "article:create_time", "temporal",
    ];

    internal static DateOnly? Of(IDocument document, LinkedFacts linked, MetaTags meta, Uri? address, string? language)
    {
        return InLinked(linked.Articles, language)
            ?? Metas.Select(name => WrittenDate.Whole(meta.First(name), language)).FirstOrDefault(day => day is not null)
            ?? InLinked(linked.Nodes, language)
            ?? InElements(document, "[itemprop='datePublished' i], [itemprop='dateCreated' i], [property$='datePublished' i], [property$='dateCreated' i], time[pubdate], abbr.published, time.published, time.entry-date, .dt-published, .entry-date", language)
            ?? InElements(document, "article time, main time, header time, h1 ~ time, h1 ~ * time", language)
            ?? InAddress(address)
            ?? InElements(document, "time", language)
            ?? PrintedDay.Of(document, language)
            ?? InScripts(document, language)
            ?? WrittenDate.Whole(meta.First("article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "last-modified", "lastmod", "revised"), language);
    }

    private static DateOnly? InLinked(IEnumerable<JsonElement> nodes, string? language)
    {
        var known = nodes.ToList();
        foreach (var name in (ReadOnlySpan<string>)["datePublished", "dateCreated", "uploadDate"])
        {
            foreach (var node in known)
            {
                if (WrittenDate.Whole(LinkedFacts.TextOf(node, name), language) is { } day)
                    return day;
            }
        }
        return null;
    }

    /// <summary>In what a page's script would draw the article from: the first field that is named for it.</summary>
    private static DateOnly? InScripts(IDocument document, string? language)
    {
        foreach (var script in document.Scripts.Take(MostElements))
        {
            foreach (Match match in PublishedField.Matches(script.TextContent).Take(20))
            {
                if (WrittenDate.Whole(match.Groups["value"].Value, language) is { } day)
                    return day;
            }
        }
        return null;
    }

    [GeneratedRegex(@"""(date_?published|published_?(at|on|date|time)?|publish_?(date|time)|publication_?date|first_?published(_?at)?)\\?""\s*:\s*\\?""(?<value>(19|20)\d\d-\d\d-\d\d[^""\\]{0,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex PublishedField { get; }

    private static DateOnly? InElements(IDocument document, string selector, string? language)
    {
        foreach (var element in document.QuerySelectorAll(selector).Take(MostElements))
        {
            if (PagePlaces.IsBesideTheArticle(element))
                continue;
            string?[] values = [element.GetAttribute("datetime"), element.GetAttribute("content"), element.GetAttribute("title"), element.TextContent.Length < 200 ? element.TextContent : null];
            foreach (var value in values)
            {
                if (WrittenDate.Within(value, language) is { } day)
                    return day;
            }
        }
        return null;
    }

    private static DateOnly? InAddress(Uri? address) => address is null ? null : WrittenDate.InPath(address.AbsolutePath);
}
