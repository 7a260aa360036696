using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>The names of an article's writers.</summary>
internal static partial class Byline
{
    private const int LongestByline = 160;

    private const string Places = "[rel='author'], [itemprop='author'] [itemprop='name'], [itemprop='author'], .byline-name, .author-name, .author_name, .authorname, .byline__name, .article-author, .entry-author, .post-author, .vcard .fn, .p-author, .byline, .author, [class*='byline' i], [class*='author' i]";

    /// <summary>The writers as the page names them, joined by commas; null where it names none.</summary>
    internal static string? Of(IDocument document, LinkedFacts linked, MetaTags meta)
    {
        foreach (var node in linked.Articles)
        {
            var names = linked.NamesOf(node, "author");
            if (names.Count == 0)
                names = linked.NamesOf(node, "creator");
            if (Joined(names) is { } named)
                return named;
        }
        if (Joined([meta.First("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author", "citation_author", "byl", "og:article:author", "article:author_name", "twitter:creator:name")]) is { } tagged)
            return tagged;
        foreach (var element in document.QuerySelectorAll(Places).Take(60))
        {
            if (!PagePlaces.IsBesideTheArticle(element) && Joined([BlockText.Of(element).Split('\n')[0]]) is { } printed)
                return printed;
        }
        return null;
    }

    private static string? Joined(IEnumerable<string?> names)
    {
        var clean = names.Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var joined = string.Join(", ", clean);
        return joined.Length is > 0 and <= LongestByline ? joined : null;
    }

    /// <summary>A name without "By", dates, roles and addresses glued to it; null where no name is left.</summary>
    internal static string? Clean(string? name)
    {
        var text = PageFacts.Tidy(name);
        if (text is null || text.Contains("://", StringComparison.Ordinal))
            return null;
        text = Lead.Replace(text, "");
        var cut = Tail.Match(text);
        if (cut.Success)
            text = text[..cut.Index];
        text = text.Trim(' ', '\u00A0', '|', '-', '\u2013', '\u2014', ',', ';', ':', '.', '\u2022', '\u00B7', '/', '@');
        return text.Length is >= 2 and <= LongestByline && text.Any(char.IsLetter) && !NoName.IsMatch(text) ? text : null;
    }

    [GeneratedRegex(@"^\W*((written|posted|published|reported|story|article|text|words|analysis|opinion|review(ed)?)\s+)?(by|von|par|por|di|door)\b[\s:]+|^\W*(authors?|writer|reporter)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Lead { get; }

    // "Ann Lee November 18, 2019 11:03 PM", "Ann Lee\tPublished 3 hours ago", "Ann Lee | 12.03.2019", "Ann Lee....November"
    [GeneratedRegex(@"\.{2,}|\s*[|•·]\s*|\s*[-–—,(]?\s*\b((mon|tues|wednes|thurs|fri|satur|sun)day|(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{1,2}:\d{2}|(published|updated|posted|last (updated|modified)|modified)\b|\d+\s+(min(ute)?s?|hours?|days?|weeks?|months?|years?)\s+(ago|read))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Tail { get; }

    [GeneratedRegex(@"^(admin(istrator)?|author|authors|editor|guest|user|webmaster|root|unknown|anonymous|null|undefined|n/?a|share|follow|about( the)? authors?|more( from| by)?|published|updated|posted( on)?|by|view (all )?(posts|profile)|contributors?|written|none)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex NoName { get; }
}
