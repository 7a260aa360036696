using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>What a page says of its article: headline, writers, outlet, day, language, address.</summary>
internal sealed partial class PageFacts
{
    private const int LongestTitle = 400;

    internal string? Title { get; private init; }

    internal string? Byline { get; private init; }

    internal string? Publisher { get; private init; }

    internal DateOnly? Published { get; private init; }

    internal string? Language { get; private init; }

    internal Uri? Url { get; private init; }

    internal string? Body { get; private init; }

    /// <summary>Reads the facts off the page, without a change to it.</summary>
    internal static PageFacts Of(IDocument document, Uri? address)
    {
        using var linked = new LinkedFacts(document);
        var meta = new MetaTags(document);
        var publisher = PublisherOf(linked, meta);
        var url = address ?? AddressOf(document, linked, meta);
        var language = LanguageOf(document, linked, meta);
        return new PageFacts
        {
            Title = TitleOf(document, linked, meta, publisher),
            Byline = Pages.Byline.Of(document, linked, meta),
            Publisher = publisher,
            Language = language?.Split('-', '_')[0].ToLowerInvariant(),
            Url = url,
            Published = PublicationDay.Of(document, linked, meta, url, language),
            Body = linked.OfArticle("articleBody"),
        };
    }

    /// <summary>The text with its entities read, its mark-up out and its white space single; null where nothing is left.</summary>
    internal static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        if (plain.Contains('<'))
            plain = MarkUp.Replace(plain, "");
        plain = WhiteSpace.Replace(plain, " ").Trim();
        return plain.Length > 0 ? plain : null;
    }

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex MarkUp { get; }

    [GeneratedRegex(@"[\s\u200B\uFEFF]+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex WhiteSpace { get; }

    [GeneratedRegex(@"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex LanguageTag { get; }

    private static string? TitleOf(IDocument document, LinkedFacts linked, MetaTags meta, string? publisher)
    {
        var headings = document.QuerySelectorAll("h1").Where(h => !PagePlaces.IsBesideTheArticle(h)).Select(h => Tidy(h.TextContent)).OfType<string>().ToList();
        string?[] candidates =
        [
            linked.OfArticle("headline"), meta.First("og:title"), meta.First("twitter:title"), headings.Count == 1 ? headings[0] : null,
            meta.First("dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title"), document.Title, headings.FirstOrDefault(),
        ];
        foreach (var candidate in candidates)
        {
            if (Tidy(candidate) is { Length: <= LongestTitle } title)
            {
                // The page prints its headline whole; what a tag adds to it is the name of the house.
                var printed = headings.FirstOrDefault(h => h.Length >= 12 && title.Length > h.Length && title.StartsWith(h, StringComparison.Ordinal) && !char.IsLetterOrDigit(title[h.Length..].TrimStart()[0]));
                return printed ?? WithoutOutlet(title, publisher);
            }
        }
        return null;
    }

    private static string WithoutOutlet(string title, string? publisher)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " · ", " » ", " :: "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 8)
                continue;
            var tail = title[(at + mark.Length)..];
            if (mark is " | " or " » " or " :: " || publisher is not null && (tail.Contains(publisher, StringComparison.OrdinalIgnoreCase) || publisher.Contains(tail, StringComparison.OrdinalIgnoreCase)))
                return title[..at].TrimEnd();
        }
        return title;
    }

    private static string? PublisherOf(LinkedFacts linked, MetaTags meta)
    {
        var named = linked.Articles.SelectMany(node => linked.NamesOf(node, "publisher")).FirstOrDefault()
            ?? meta.First("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name", "article:publisher", "cre", "source")
            ?? linked.Nodes.Where(node => LinkedFacts.TextOf(node, "@type") is "NewsMediaOrganization" or "Organization" or "WebSite").Select(node => LinkedFacts.TextOf(node, "name")).FirstOrDefault(name => name is not null);
        return Tidy(named) is { Length: <= 120 } name && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    private static string? LanguageOf(IDocument document, LinkedFacts linked, MetaTags meta)
    {
        string?[] candidates = [document.DocumentElement?.GetAttribute("lang"), document.DocumentElement?.GetAttribute("xml:lang"), linked.OfArticle("inLanguage"), meta.First("content-language", "og:locale", "dc.language", "dcterms.language", "language")];
        foreach (var candidate in candidates)
        {
            var tag = candidate?.Split(',')[0].Trim();
            if (tag is not null && LanguageTag.IsMatch(tag))
                return tag.Replace('_', '-');
        }
        return null;
    }

    private static Uri? AddressOf(IDocument document, LinkedFacts linked, MetaTags meta)
    {
        string?[] candidates = [document.QuerySelector("link[rel='canonical' i][href]")?.GetAttribute("href"), meta.First("og:url"), linked.OfArticle("url"), meta.First("twitter:url", "parsely-link")];
        foreach (var candidate in candidates)
        {
            if (Uri.TryCreate(candidate?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
        }
        return null;
    }
}
