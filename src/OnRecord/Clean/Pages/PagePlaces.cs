using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>Where in a page an element stands.</summary>
internal static partial class PagePlaces
{
    private const int HighestClimb = 40;

    // At the start of a name only: "with-sidebar" and "content-sidebar-wrap" hold the article too.
    [GeneratedRegex(@"(?<=^|\s)((user|post|article)-)?(comments?|related|recirc\w*|recommend\w*|sidebar|footer|popular|trending|promo\w*|newsletter|teasers?|widget|more-?(news|stories|from)|read-?more|most-?(read|viewed)|latest|nav\w*|menu|breadcrumbs?|disqus|cookie\w*|consent|advert\w*)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex BesideNames { get; }

    /// <summary>Whether the element is part of the page around the article: a menu, another story, a reader's comment.</summary>
    internal static bool IsBesideTheArticle(IElement element)
    {
        var climbed = 0;
        for (var at = element; at is not null && climbed < HighestClimb && at.LocalName is not ("body" or "html" or "main"); at = at.ParentElement, climbed++)
        {
            if (at.LocalName is "aside" or "nav" or "footer" || BesideNames.IsMatch(Names(at)))
                return true;
        }
        return false;
    }

    /// <summary>The element's class and id, with hyphens for underscores.</summary>
    internal static string Names(IElement element)
    {
        var names = element.ClassName + " " + element.Id;
        return names.Length > 400 ? names[..400].Replace('_', '-') : names.Replace('_', '-');
    }
}
