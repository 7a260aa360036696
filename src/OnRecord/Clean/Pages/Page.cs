using AngleSharp.Html.Parser;
using OnRecord.Clean.Lines;
using OnRecord.Language;

namespace OnRecord.Clean.Pages;

/// <summary>An article out of an HTML page.</summary>
internal static class Page
{
    // A notice of two short sentences is the least that is worth reading; below it stand cookie lines and error pages.
    private const int LeastProse = 80;

    internal static DateOnly? PublishedDay(RawDocument raw, string html)
    {
        PageLimits.Check(html, raw.Path);
        using var document = new HtmlParser().ParseDocument(html);
        return PageFacts.Of(document, raw.Url).Published;
    }

    /// <exception cref="OnRecordException">OR2001: no article in the page. OR2002: the page is beyond the bounds.</exception>
    internal static Article Read(RawDocument raw, string html, string charset)
    {
        PageLimits.Check(html, raw.Path);
        using var document = new HtmlParser().ParseDocument(html);
        var facts = PageFacts.Of(document, raw.Url);
        var text = PageBody.Of(document, facts);
        var lines = text is null ? [] : TextLines.Of(text);
        if (text is null || lines.Where(line => LineShape.Of(line.Span.Slice(text.AsSpan())).IsProse).Sum(line => line.Span.Length) < LeastProse)
            throw new OnRecordException(DiagnosticCodes.NoArticle, $"No article was found in the page '{raw.Path}'. If it has one, save its text as a .txt file and read that.");
        return new Article
        {
            Raw = raw,
            Text = text,
            Charset = charset,
            Title = facts.Title,
            Byline = facts.Byline,
            Publisher = facts.Publisher,
            Published = raw.Published ?? facts.Published,
            Language = facts.Language,
            Url = facts.Url,
            Furniture = FurnitureFinder.Find(text, lines, null),
        };
    }
}
