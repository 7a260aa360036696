namespace OnRecord.Language.Text;

/// <summary>
/// Pairs quotation marks, paragraph by paragraph: straight and curly double marks, doubled single ones, low marks,
/// guillemets in both directions, and single marks where they clearly pair up. An opening mark that nothing closes runs to
/// the paragraph's end. Linear in the text; never throws. Stateless and safe to share.
/// </summary>
internal static class QuotationFinder
{
    // A quotation in single marks is looked for this far: longer ones are rare, and the bound keeps the search linear.
    private const int LongestSingle = 600;

    /// <summary>The quotations of a text, in order of the opening mark.</summary>
    public static List<Quotation> Find(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> paragraphs)
    {
        var found = new List<Quotation>();
        var wasLeftOpen = false;
        foreach (var paragraph in paragraphs)
        {
            var first = found.Count;
            wasLeftOpen = FindDouble(text, paragraph, wasLeftOpen, found);
            FindSingle(text, paragraph, first, found);
            found.Sort(first, found.Count - first, Comparer<Quotation>.Create((a, b) => a.Span.Start.CompareTo(b.Span.Start)));
        }
        return found;
    }

    private static bool FindDouble(ReadOnlySpan<char> text, TextSpan paragraph, bool wasLeftOpen, List<Quotation> found)
    {
        var open = -1;
        var openEnd = 0;
        var closer = '\0';
        var inner = 0;
        var innerClose = -1;
        var at = paragraph.Start;
        while (at < paragraph.End)
        {
            var c = text[at];
            var width = c is '`' or '\'' && at + 1 < paragraph.End && text[at + 1] == c ? 2 : 1;
            if (!IsDouble(c, width))
            {
                at++;
                continue;
            }
            if (open < 0)
            {
                closer = Opens(text, paragraph, at, width);
                if (closer != '\0')
                {
                    open = at;
                    openEnd = at + width;
                    inner = 0;
                    innerClose = -1;
                }
            }
            else if (c == '\u201C' && closer == '\u201D')
            {
                // Marks of the same kind inside: "They said “no” to me".
                inner++;
            }
            else if (inner > 0 && Closes(c, closer))
            {
                inner--;
                innerClose = at;
            }
            else if (Closes(c, closer))
            {
                found.Add(Quote(open, openEnd, at, at + width, isClosed: true, wasLeftOpen && open == FirstVisible(text, paragraph), 0));
                open = -1;
            }
            at += width;
        }
        if (open < 0) return false;
        if (innerClose >= 0)
        {
            // An opening mark too many: the last closing one ends what was opened first.
            found.Add(Quote(open, openEnd, innerClose, innerClose + 1, isClosed: true, wasLeftOpen && open == FirstVisible(text, paragraph), 0));
            return false;
        }
        found.Add(Quote(open, openEnd, paragraph.End, paragraph.End, isClosed: false, wasLeftOpen && open == FirstVisible(text, paragraph), 0));
        return true;
    }

    private static bool IsDouble(char c, int width) => width == 2 || c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\uFF02';

    // The mark that closes the one at the position; '\0' where it opens nothing.
    private static char Opens(ReadOnlySpan<char> text, TextSpan paragraph, int at, int width)
    {
        var c = text[at];
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = at + width < paragraph.End ? text[at + width] : ' ';
        var isLeft = (char.IsWhiteSpace(before) || IsOpeningSide(before)) && !char.IsWhiteSpace(after);
        return c switch
        {
            '\u201C' => '\u201D',
            '`' => '\'',
            '\u201E' or '\u201F' => '\u201C',
            '\u00AB' => '\u00BB',
            '\u00BB' => isLeft ? '\u00AB' : '\0',
            // Some pages print the closing curly mark on both sides.
            '\u201D' or '"' or '\uFF02' or '\'' => isLeft ? c : '\0',
            _ => '\0',
        };
    }

    private static bool Closes(char c, char closer) => c == closer || closer switch
    {
        '\u201D' => c is '"',
        '\u201C' => c is '\u201D' or '"',
        '"' => c is '\u201D' or '\uFF02',
        '\'' => c is '"' or '\u201D',
        _ => false,
    };

    private static bool IsOpeningSide(char c) => c is '(' or '[' or '{' or '-' or '\u2013' or '\u2014' or '/' or '\'' or '\u2018' or ':' or '>' or '|' or '\u2026' or '.' or ',';

    private static void FindSingle(ReadOnlySpan<char> text, TextSpan paragraph, int first, List<Quotation> found)
    {
        var outer = first;
        var outerEnd = found.Count;
        var at = paragraph.Start;
        while (at < paragraph.End)
        {
            if (text[at] is '\'' or '\u2018' or '\u201A' or '\u2039' && OpensSingle(text, paragraph, at))
            {
                while (outer < outerEnd && found[outer].Span.End <= at) outer++;
                var isInside = outer < outerEnd && found[outer].Inner.Contains(at);
                var limit = isInside ? found[outer].Inner.End : outer < outerEnd ? Math.Min(paragraph.End, NextStart(found, outer, outerEnd, at, paragraph.End)) : paragraph.End;
                var close = ClosingSingle(text, at, Math.Min(limit, at + LongestSingle), limit);
                if (close > 0)
                {
                    found.Add(Quote(at, at + 1, close, close + 1, isClosed: true, isContinuation: false, isInside ? 1 : 0));
                    at = close + 1;
                    continue;
                }
            }
            at++;
        }
    }

    private static int NextStart(List<Quotation> found, int from, int end, int at, int otherwise)
    {
        for (var i = from; i < end; i++)
        {
            if (found[i].Span.Start > at) return found[i].Span.Start;
        }
        return otherwise;
    }

    private static bool OpensSingle(ReadOnlySpan<char> text, TextSpan paragraph, int at)
    {
        if (at + 2 >= paragraph.End || text[at + 1] == text[at] || at > paragraph.Start && text[at - 1] == text[at]) return false;
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = text[at + 1];
        if (!(char.IsWhiteSpace(before) || before is '(' or '[' or '\u2014' or '\u2013' or '-' or ':' or '"' or '\u201C') || char.IsWhiteSpace(after)) return false;
        // '90s, 'em, 'til: something left out, and no quotation.
        if (char.IsAsciiDigit(after)) return false;
        foreach (var cut in CutWords)
        {
            var rest = text[(at + 1)..Math.Min(paragraph.End, at + 1 + cut.Length + 1)];
            if (rest.StartsWith(cut, StringComparison.OrdinalIgnoreCase) && (rest.Length == cut.Length || !char.IsLetter(rest[cut.Length]))) return false;
        }
        return true;
    }

    private static readonly string[] CutWords = ["em", "til", "till", "cause", "cuz", "twas", "tis", "n", "round", "bout", "un"];

    private static int ClosingSingle(ReadOnlySpan<char> text, int open, int end, int limit)
    {
        var mark = text[open] switch
        {
            '\u2039' => '\u203A',
            '\'' => '\'',
            _ => '\u2019',
        };
        var possessive = -1;
        for (var i = open + 2; i < end; i++)
        {
            if (text[i] != mark) continue;
            var after = i + 1 < limit ? text[i + 1] : ' ';
            if (char.IsLetterOrDigit(after) || char.IsWhiteSpace(text[i - 1])) continue;
            // "the states' rights": the mark after an s may be a possessive. A later mark decides.
            if (text[i - 1] == 's' && after == ' ' && possessive < 0)
            {
                possessive = i;
                continue;
            }
            return i;
        }
        return possessive;
    }

    private static int FirstVisible(ReadOnlySpan<char> text, TextSpan paragraph)
    {
        var at = paragraph.Start;
        while (at < paragraph.End && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static Quotation Quote(int start, int innerStart, int innerEnd, int end, bool isClosed, bool isContinuation, int depth) => new()
    {
        Span = new TextSpan(start, end),
        Inner = new TextSpan(innerStart, innerEnd),
        Depth = depth,
        IsClosed = isClosed,
        IsContinuation = isContinuation,
    };
}
