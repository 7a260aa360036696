using System.Text;

namespace OnRecord.Tests;

/// <summary>The lines in which two texts differ, for a person to read: the fewest that turn the one into the other.</summary>
internal static class Difference
{
    private const int Most = 120;

    public static string Between(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var lines = new List<string>();
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add("  " + left[i++]);
                j++;
            }
            else if (i < left.Length && (j == right.Length || common[i + 1, j] >= common[i, j + 1])) lines.Add("- " + left[i++]);
            else lines.Add("+ " + right[j++]);
        }
        return Shown(lines);
    }

    // A line that is the same is shown only beside one that differs.
    private static string Shown(List<string> lines)
    {
        var text = new StringBuilder();
        var shown = 0;
        for (var i = 0; i < lines.Count && shown < Most; i++)
        {
            var near = lines[i][0] != ' ' || (i > 0 && lines[i - 1][0] != ' ') || (i + 1 < lines.Count && lines[i + 1][0] != ' ');
            if (!near) continue;
            text.Append(lines[i]).Append('\n');
            shown++;
        }
        if (shown == Most) text.Append("… and more\n");
        return text.ToString();
    }
}
