using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>The day a page prints beside its headline, in an element named for it or after a word that says so.</summary>
internal static partial class PrintedDay
{
    private const int MostElements = 300;
    private const int LongestLine = 100;

    private const string Named = "[class*='publish' i], [id*='publish' i], [class*='date' i], [id*='date' i], [class*='posted' i], [class*='time' i], [class*='byline' i], [class*='meta' i], [class*='dateline' i], [class*='datum' i], [class*='fecha' i], [class*='info' i], [class*='author' i], [class*='created' i], [class*='stand' i]";

    internal static DateOnly? Of(IDocument document, string? language)
    {
        foreach (var element in document.QuerySelectorAll(Named).Take(MostElements))
        {
            if (element.LocalName is "body" or "html" || element.TextContent.Length > 4 * LongestLine || PagePlaces.IsBesideTheArticle(element))
                continue;
            foreach (var line in BlockText.Of(element).Split('\n'))
            {
                if (line.Length is > 5 and <= LongestLine && WrittenDate.Within(line, language) is { } day)
                    return day;
            }
        }
        return document.Body is null ? null : AfterItsWord(document.Body, language);
    }

    private static DateOnly? AfterItsWord(IElement body, string? language)
    {
        foreach (var line in BlockText.Of(body, static e => e.LocalName is "nav" or "aside" or "footer").Split('\n').Where(line => line.Length <= LongestLine).Take(400))
        {
            if (SaysPublished.IsMatch(line) && WrittenDate.Within(line, language) is { } day)
                return day;
        }
        return null;
    }

    [GeneratedRegex(@"\b(published|posted|updated|date|released|issued|posted on|veröffentlicht|erschienen|erstellt|stand|vom|publié|mis à jour|publicado|pubblicato|geplaatst)\b|^\W*\d{1,4}[./-]|^\W*(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex SaysPublished { get; }
}
