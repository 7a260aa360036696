using System.Text.RegularExpressions;

namespace OnRecord.Server.Web;

/// <summary>
/// The part of Markdown that the project's own documents are written in: headings, paragraphs, lists, tables, code,
/// emphasis and links. Links within the repository lead nowhere here and become plain words.
/// </summary>
internal static partial class Markdown
{
    public static Html ToHtml(string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n')).Where(block => block.Length > 0);
        return Html.Each(blocks, Block);
    }

    private static Html Block(string block)
    {
        var lines = block.Split('\n');
        // The page has its own first heading: every heading stands one lower.
        if (lines[0].StartsWith("# ", StringComparison.Ordinal)) return Html.Of($"<h2>{Inline(lines[0][2..])}</h2>");
        if (lines[0].StartsWith('#')) return Html.Of($"<h3>{Inline(lines[0].TrimStart('#').Trim())}</h3>{Rest(lines)}");
        if (lines[0].StartsWith('|')) return Table(lines);
        if (lines[0].StartsWith("- ", StringComparison.Ordinal)) return Html.Of($"<ul>{Html.Each(Items(lines), item => Html.Of($"<li>{Inline(item)}</li>"))}</ul>");
        if (lines.All(line => line.StartsWith("    ", StringComparison.Ordinal))) return Html.Of($"<pre>{string.Join('\n', lines.Select(line => line[4..]))}</pre>");
        return Html.Of($"<p>{Inline(string.Join(' ', lines))}</p>");
    }

    private static Html Rest(string[] lines) => lines.Length > 1 ? Block(string.Join('\n', lines[1..])) : default;

    private static Html Table(string[] lines)
    {
        var rows = lines.Where(line => line.StartsWith('|')).Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var hasHead = rows.Count > 1 && rows[1].All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':'));
        var head = hasHead && rows[0].Any(cell => cell.Length > 0) ? rows[0] : null;
        return Html.Of($"""
            <div class="scroll" role="region" aria-label="Table" tabindex="0"><table>{Html.If(head is not null, () => Html.Of($"<thead><tr>{Html.Each(head!, cell => Html.Of($"""<th scope="col">{Inline(cell)}</th>"""))}</tr></thead>"))}<tbody>{Html.Each(rows.Skip(hasHead ? 2 : 0), row => Html.Of($"""<tr><th scope="row">{Inline(row[0])}</th>{Html.Each(row.Skip(1), cell => Html.Of($"<td>{Inline(cell)}</td>"))}</tr>"""))}</tbody></table></div>
            """);
    }

    private static IEnumerable<string> Items(string[] lines)
    {
        var item = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (item.Length > 0) yield return item;
                item = line[2..];
            }
            else
            {
                item += " " + line.Trim();
            }
        }
        yield return item;
    }

    private static Html Inline(string text)
    {
        var pieces = new List<Html>();
        var position = 0;
        foreach (Match match in Marked().Matches(text))
        {
            pieces.Add(Html.Of($"{text[position..match.Index]}"));
            pieces.Add(match switch
            {
                _ when match.Groups["code"].Success => Html.Of($"<code>{match.Groups["code"].Value}</code>"),
                _ when match.Groups["strong"].Success => Html.Of($"<strong>{match.Groups["strong"].Value}</strong>"),
                _ when match.Groups["to"].Value.StartsWith("https://", StringComparison.Ordinal) => Html.Of($"""<a href="{match.Groups["to"].Value}" rel="noopener noreferrer external">{match.Groups["words"].Value}</a>"""),
                _ => Html.Of($"{match.Groups["words"].Value}"),
            });
            position = match.Index + match.Length;
        }
        pieces.Add(Html.Of($"{text[position..]}"));
        return Html.Each(pieces, piece => piece);
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<words>[^\]]+)\]\((?<to>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Marked();
}
