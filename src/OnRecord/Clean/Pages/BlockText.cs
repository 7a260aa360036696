using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace OnRecord.Clean.Pages;

/// <summary>
/// The text of a piece of a page: blocks become paragraphs with a blank line between them, line breaks become line ends,
/// runs of white space become one space, and no-break spaces stay.
/// </summary>
internal sealed class BlockText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr", "caption", "ul",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Silent = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video", "audio", "canvas", "button", "select", "input", "textarea", "datalist", "head", "map",
    ], StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder text = new();
    private bool spaceDue;
    private bool lineDue;
    private bool blockDue;

    private BlockText()
    {
    }

    /// <summary>The text under a node. Walks with a stack of its own, so that no nesting is too deep for it.</summary>
    internal static string Of(INode root) => Of(root, static _ => false);

    /// <summary>The text under a node without the elements that are to be skipped.</summary>
    internal static string Of(INode root, Func<IElement, bool> skip)
    {
        var writer = new BlockText();
        var pending = new Stack<(INode Node, bool Leaving)>();
        pending.Push((root, false));
        while (pending.TryPop(out var next))
        {
            if (next.Leaving)
            {
                writer.Leave((IElement)next.Node);
                continue;
            }
            switch (next.Node)
            {
                case IText words:
                    writer.Write(words.Data, IsPreformatted(words));
                    break;
                case IElement element when Silent.Contains(element.LocalName) || skip(element):
                    break;
                default:
                    if (next.Node is IElement entered)
                    {
                        writer.Enter(entered);
                        pending.Push((entered, true));
                    }
                    for (var child = next.Node.LastChild; child is not null; child = child.PreviousSibling)
                        pending.Push((child, false));
                    break;
            }
        }
        return writer.text.ToString();
    }

    private void Enter(IElement element)
    {
        if (Blocks.Contains(element.LocalName))
            blockDue = true;
        else if (element.LocalName == "br")
            lineDue = true;
        else if (element.LocalName is "td" or "th")
            spaceDue = true;
        else if (element.LocalName == "q")
            Write("\u201C", false);
    }

    private void Leave(IElement element)
    {
        if (Blocks.Contains(element.LocalName))
            blockDue = true;
        else if (element.LocalName == "q")
            Write("\u201D", false);
    }

    private void Write(string words, bool preformatted)
    {
        foreach (var c in words)
        {
            if (c is '\n' or '\r' && preformatted)
            {
                lineDue = true;
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                spaceDue = true;
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                // Soft hyphens and zero-width spaces are for the layout; inside words they would hide the words.
                if (text.Length > 0)
                    text.Append(blockDue ? "\n\n" : lineDue ? "\n" : spaceDue ? " " : "");
                blockDue = lineDue = spaceDue = false;
                text.Append(c);
            }
        }
    }

    private static bool IsPreformatted(INode node) => node.ParentElement is { LocalName: "pre" } || node.ParentElement?.ParentElement is { LocalName: "pre" };
}
