using System.Text;

namespace OnRecord.Tests;

/// <summary>The lines in which two texts differ, for a person to read.</summary>
internal static class Difference
{
    private const int Most = 60;

    public static string Between(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        var head = 0;
        while (head < left.Length && head < right.Length && left[head] == right[head]) head++;
        var tail = 0;
        while (tail < left.Length - head && tail < right.Length - head && left[^(tail + 1)] == right[^(tail + 1)]) tail++;
        var text = new StringBuilder();
        if (head > 0) text.Append("  ").Append(left[head - 1]).Append('\n');
        Add(text, "- ", left[head..^tail]);
        Add(text, "+ ", right[head..^tail]);
        if (tail > 0) text.Append("  ").Append(left[^tail]).Append('\n');
        return text.ToString();
    }

    private static void Add(StringBuilder text, string mark, string[] lines)
    {
        foreach (var line in lines.Take(Most)) text.Append(mark).Append(line).Append('\n');
        if (lines.Length > Most) text.Append(mark).Append("… and ").Append(lines.Length - Most).Append(" lines more\n");
    }
}
