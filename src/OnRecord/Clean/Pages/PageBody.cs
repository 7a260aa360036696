using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace OnRecord.Clean.Pages;

/// <summary>The text of the article in a page.</summary>
internal static class PageBody
{
    // SmartReader asks for an address to complete links with; links are not read, and nothing is fetched.
    private const string NoAddress = "https://localhost/";

    /// <summary>The article's paragraphs; null where the page has none. The document is used up by it.</summary>
    internal static string? Of(IHtmlDocument document, PageFacts facts)
    {
        string? found = null;
        using var reader = new Reader(facts.Url?.AbsoluteUri ?? NoAddress, document);
        reader.AddCustomOperationEnd(content => found = BlockText.Of(content));
        _ = reader.GetArticle();
        return found;
    }
}
