using System.Text;

namespace OnRecord.Cli.Output;

/// <summary>
/// Makes the words of strangers fit to print for a person. A control character or a change of writing direction in them
/// could otherwise move the cursor, colour the screen or show words in another order than they stand.
/// </summary>
internal static class Printable
{
    private const char Stand = '\uFFFD';

    /// <summary>The text with what steers a terminal replaced; line breaks and tabs stay.</summary>
    public static string Of(string text) => Replace(text, keepsLines: true);

    /// <summary>The text on one line: the same, and every run of white space is one space.</summary>
    public static string OneLine(string text) => Replace(text, keepsLines: false);

    private static string Replace(string text, bool keepsLines)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (keepsLines ? unit is '\n' or '\t' : char.IsWhiteSpace(unit))
            {
                if (keepsLines) printable.Append(unit);
                else if (printable.Length > 0 && printable[^1] != ' ') printable.Append(' ');
            }
            else if (unit != '\r')
            {
                printable.Append(Steers(unit) ? Stand : unit);
            }
        }
        return keepsLines ? printable.ToString() : printable.ToString().TrimEnd(' ');
    }

    private static bool Steers(char unit) => char.IsControl(unit) || unit is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
