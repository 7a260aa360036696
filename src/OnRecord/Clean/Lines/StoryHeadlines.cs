using OnRecord.Language.Text;

namespace OnRecord.Clean.Lines;

/// <summary>Tells other stories' headlines and lone credits from the article's own sub-headings, by shape and place.</summary>
internal sealed class StoryHeadlines
{
    private const int FewestWords = 5;
    private const int MostWords = 30;

    // Each signal below gives one or two points; three together were the least that marked no line of the tuning texts'
    // paragraphs. See docs/reference/furniture.md.
    private const int Enough = 3;

    private readonly string text;
    private readonly IReadOnlyList<TextLine> lines;
    private readonly LineShape[] shapes;
    private readonly bool paragraphsStandApart;

    internal StoryHeadlines(string text, IReadOnlyList<TextLine> lines, LineShape[] shapes)
    {
        (this.text, this.lines, this.shapes) = (text, lines, shapes);
        int apart = 0, together = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!shapes[i].IsProse || !shapes[i + 1].IsProse)
                continue;
            if (lines[i].BlankAfter)
                apart++;
            else
                together++;
        }
        paragraphsStandApart = apart > 4 * together;
    }

    /// <summary>
    /// Whether the line is a credit with nothing but a name: right under a paragraph, in a text whose paragraphs stand
    /// apart. A name under a quotation is no credit: it says who is quoted.
    /// </summary>
    internal bool IsCreditAt(int index)
    {
        if (index == 0 || !paragraphsStandApart || lines[index].BlankBefore || !lines[index].BlankAfter || !shapes[index].IsName)
            return false;
        var line = lines[index].Span.Slice(text.AsSpan());
        var above = lines[index - 1].Span.Slice(text.AsSpan());
        return shapes[index - 1].IsProse
            && above[^1] is not (':' or ',' or ';')
            && !(LineShape.OpensQuotation(above[0]) && LineShape.ClosesQuotation(above[^1]))
            && char.IsLetterOrDigit(line[0]);
    }

    /// <summary>Whether the line is the headline of another story, standing between the paragraphs of this one.</summary>
    internal bool IsStoryAt(int index)
    {
        var shape = shapes[index];
        if (index == 0 || shape.Words is < FewestWords or > MostWords || IsOwnText(index) || LeadsNoParagraph(index))
            return false;
        var touches = paragraphsStandApart && (TouchesAbove(index) || TouchesBelow(index));
        if (!shape.IsTitleCase && !(touches && shape.HasSourceTail))
            return false;
        var points = (touches ? 2 : 0) + (shape.HasSourceTail ? 2 : 0) + (shape.Words >= 8 ? 1 : 0) + (shape.IsClause ? 1 : 0) - (shape.Asks ? 1 : 0);
        // The paragraphs under a sub-heading speak of what it names; those under another story's headline need not.
        var shared = WordsSharedBelow(index);
        points += shared >= 2 ? -1 : shared == 0 ? 1 : 0;
        return points >= Enough;
    }

    private bool IsOwnText(int index)
    {
        var line = lines[index].Span.Slice(text.AsSpan());
        // A number before it makes it one of the article's own points.
        var number = line.IndexOfAnyExceptInRange('0', '9');
        if (number > 0 && line[number] is ('.' or ')'))
            return true;
        return line[^1] is '.' or ',' or ':' or ';' or '\u2026' || LineShape.OpensQuotation(line[0]) && LineShape.ClosesQuotation(line[^1]) && line[0] != '\'';
    }

    private bool LeadsNoParagraph(int index) => !(index > 0 && shapes[index - 1].IsProse) && !(index + 1 < shapes.Length && shapes[index + 1].IsProse);

    private bool TouchesAbove(int index) => !lines[index].BlankBefore && shapes[index - 1].IsProse;

    private bool TouchesBelow(int index) => !lines[index].BlankAfter && shapes[index + 1].IsProse;

    private int WordsSharedBelow(int index)
    {
        if (index + 1 >= lines.Count)
            return 0;
        var below = new HashSet<string>(StringComparer.Ordinal);
        for (var i = index + 1; i < Math.Min(index + 3, lines.Count); i++)
            below.UnionWith(Stems(lines[i].Span));
        var own = new HashSet<string>(Stems(lines[index].Span), StringComparer.Ordinal);
        own.IntersectWith(below);
        return own.Count;
    }

    // Six letters are enough to join "spend" with "spending" and "deploy" with "deployment".
    private List<string> Stems(TextSpan span)
    {
        var stems = new List<string>();
        var words = span.Slice(text.AsSpan());
        if (words.Length > 4 * LineShape.LongestFurniture)
            words = words[..(4 * LineShape.LongestFurniture)];
        foreach (var range in words.SplitAny(' ', '\u00A0', '-', '/'))
        {
            var word = words[range].Trim("\"“”‘’'()[]«»,;:.!?");
            if (word.Length >= 4)
                stems.Add(word[..Math.Min(6, word.Length)].ToString().ToLowerInvariant());
        }
        return stems;
    }
}
