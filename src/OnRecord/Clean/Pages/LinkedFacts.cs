using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>
/// What a page says of itself in JSON-LD (schema.org): the nodes of every block, of lists and of <c>@graph</c> laid out
/// flat, those of an article first. A block that is no JSON says nothing, as in a browser.
/// </summary>
internal sealed class LinkedFacts : IDisposable
{
    // Pages carry a few blocks and a few dozen nodes; the bound is for pages made to be a burden.
    private const int MostNodes = 2000;
    private const int LongestBlock = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly List<JsonDocument> blocks = [];
    private readonly List<JsonElement> articles = [];
    private readonly List<JsonElement> others = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    internal LinkedFacts(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            var source = script.TextContent;
            if (source.Length > LongestBlock || Parse(source) is not { } block)
                continue;
            blocks.Add(block);
            Collect(block.RootElement);
        }
    }

    /// <summary>The nodes that are articles, then the others.</summary>
    internal IEnumerable<JsonElement> Nodes => articles.Concat(others);

    /// <summary>The nodes that are articles.</summary>
    internal IReadOnlyList<JsonElement> Articles => articles;

    /// <summary>The first text under a name in an article's node; null where there is none.</summary>
    internal string? OfArticle(string name) => articles.Select(node => TextOf(node, name)).FirstOrDefault(text => text is not null);

    /// <summary>The text under a name of a node; null where there is none or it is no text.</summary>
    internal static string? TextOf(JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    /// <summary>The names under a property: of a text, an object, a reference to another node, or a list of these.</summary>
    internal List<string> NamesOf(JsonElement node, string property)
    {
        var names = new List<string>();
        if (node.TryGetProperty(property, out var value))
        {
            foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(20) : [value])
            {
                var name = one.ValueKind switch
                {
                    JsonValueKind.String => one.GetString(),
                    JsonValueKind.Object => TextOf(one, "name") ?? (TextOf(one, "@id") is { } id && byId.TryGetValue(id, out var there) ? TextOf(there, "name") : null),
                    _ => null,
                };
                if (!string.IsNullOrWhiteSpace(name))
                    names.Add(name);
            }
        }
        return names;
    }

    /// <inheritdoc/>
    public void Dispose() => blocks.ForEach(block => block.Dispose());

    private static JsonDocument? Parse(string source)
    {
        // Line ends inside strings are the commonest fault in these blocks; outside strings a space is as good.
        var text = new StringBuilder(source).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').ToString().Trim();
        text = text.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal).Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal).Trim().TrimEnd(';');
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Collect(JsonElement root)
    {
        var pending = new Stack<JsonElement>();
        pending.Push(root);
        while (pending.TryPop(out var node) && articles.Count + others.Count < MostNodes)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Take(MostNodes).Reverse())
                    pending.Push(item);
                continue;
            }
            if (node.ValueKind != JsonValueKind.Object)
                continue;
            if (TextOf(node, "@id") is { } id && node.TryGetProperty("name", out _))
                byId.TryAdd(id, node);
            (IsArticle(node) ? articles : others).Add(node);
            foreach (var name in (ReadOnlySpan<string>)["mainEntity", "mainEntityOfPage", "@graph"])
            {
                if (node.TryGetProperty(name, out var inner))
                    pending.Push(inner);
            }
        }
    }

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return false;
        foreach (var one in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Take(10) : [type])
        {
            if (one.ValueKind == JsonValueKind.String && one.GetString() is { } name
                && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name is "Report" or "LiveBlogPosting" or "Review" or "CreativeWork" or "SocialMediaPosting"))
                return true;
        }
        return false;
    }
}
