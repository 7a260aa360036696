using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>The <c>meta</c> elements of a page by their name, property, itemprop or http-equiv; the first of a name counts.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> contents = new(StringComparer.OrdinalIgnoreCase);

    internal MetaTags(IDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content))
                continue;
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (meta.GetAttribute(attribute) is { Length: > 0 } names)
                {
                    foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        contents.TryAdd(name, content);
                }
            }
        }
    }

    /// <summary>The content of the first of the names that the page has; null where it has none.</summary>
    internal string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (contents.TryGetValue(name, out var content))
                return content;
        }
        return null;
    }
}
