namespace OnRecord.Tests.Specs;

/// <summary>Reads the examples out of a Markdown specification. Blocks without a line <c>---</c> and without a kind are prose.</summary>
internal static class SpecFile
{
    public static IEnumerable<SpecExample> Parse(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var headings = new List<string>();
        var number = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Heading(lines[i]) is var (level, title))
            {
                headings.RemoveRange(Math.Min(level - 1, headings.Count), Math.Max(0, headings.Count - level + 1));
                headings.Add(title);
                number = 0;
                continue;
            }
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var fence = new string('`', lines[i].TakeWhile(c => c == '`').Count());
            var kind = lines[i][fence.Length..].Trim();
            var end = Array.IndexOf(lines, fence, i + 1);
            if (end < 0) throw new FormatException($"The fence of line {i + 1} is not closed.");
            if (kind.Length > 0)
            {
                number++;
                yield return Example(lines[(i + 1)..end], kind, string.Join(" / ", [.. headings, $"{number}"]), i + 1);
            }
            i = end;
        }
    }

    private static SpecExample Example(string[] block, string kind, string name, int line)
    {
        var border = Array.LastIndexOf(block, "---");
        if (border < 0) throw new FormatException($"The example of line {line} has no line '---' between its text and what is expected.");
        return new(name, kind, string.Join('\n', block[..border]), string.Join('\n', block[(border + 1)..]).Trim('\n'), line);
    }

    private static (int Level, string Title)? Heading(string line)
    {
        var level = line.TakeWhile(c => c == '#').Count();
        return level is > 0 and <= 6 && line.Length > level && line[level] == ' ' ? (level, line[(level + 1)..].Trim()) : null;
    }
}
