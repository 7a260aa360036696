using OnRecord.Language;

namespace OnRecord.Clean.Pages;

/// <summary>Refuses a page whose markup would cost more than a page can be worth, before it is parsed.</summary>
internal static class PageLimits
{
    // Of the pages tuned on, the largest had a tenth of these tags and a fifth of this depth; browsers stop nesting at 512.
    internal const int MostTags = 250_000;
    internal const int DeepestNesting = 512;

    // Elements that end without an end tag, or hold nothing: they do not nest when they follow one another.
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rb", "rt", "rp", "html", "head", "body", "caption", "colgroup",
        "path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop",
    };

    /// <summary>Counts tags and nesting in one pass over the characters.</summary>
    /// <exception cref="OnRecordException">OR2002: more tags, or deeper nesting, than the bounds.</exception>
    internal static void Check(string html, string path)
    {
        var names = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();
        int tags = 0, depth = 0;
        var text = html.AsSpan();
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length;)
        {
            var rest = text[(at + 1)..];
            var isEnd = rest[0] == '/';
            var name = NameAt(isEnd ? rest[1..] : rest);
            if (name.Length > 0)
            {
                if (++tags > MostTags)
                    throw TooComplex(path, FormattableString.Invariant($"more than {MostTags} tags"));
                if (isEnd)
                    depth = names.Contains(name) ? depth : Math.Max(0, depth - 1);
                else if (!names.Contains(name) && !ClosesItself(rest) && ++depth > DeepestNesting)
                    throw TooComplex(path, FormattableString.Invariant($"elements nested more than {DeepestNesting} deep"));
            }
            var skip = !isEnd && IsRawText(name) ? EndOfRawText(rest, name) : 0;
            var next = rest[skip..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + skip + next;
        }
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length < 32 && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or ':'))
            length++;
        return length > 0 && char.IsAsciiLetter(rest[0]) ? rest[..length] : [];
    }

    private static bool ClosesItself(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, 4096)].IndexOf('>');
        return end > 0 && rest[end - 1] == '/';
    }

    private static bool IsRawText(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)
        || name.Equals("textarea", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase);

    // What stands in a script is no markup, and may hold any number of tags in its strings.
    private static int EndOfRawText(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        var from = 0;
        while (true)
        {
            var end = rest[from..].IndexOf("</", StringComparison.Ordinal);
            if (end < 0)
                return rest.Length;
            from += end;
            if (rest[(from + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return from;
            from += 2;
        }
    }

    private static OnRecordException TooComplex(string path, string what) => new(
        DiagnosticCodes.PageTooComplex, $"'{path}' has {what}, more than a page of news has. Save the article's text as a .txt file and read that.");
}
