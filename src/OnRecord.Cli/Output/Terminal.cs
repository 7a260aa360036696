using System.Globalization;

namespace OnRecord.Cli.Output;

/// <summary>What is known about the terminal of the process.</summary>
internal static class Terminal
{
    // Below this no table can be read, and a terminal that reports less (some report 0) reports nothing.
    private const int LeastWidth = 40;

    public static int Width()
    {
        if (!Console.IsOutputRedirected && Console.WindowWidth >= LeastWidth) return Console.WindowWidth;
        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns >= LeastWidth
            ? columns
            : CommandContext.WidthWithoutTerminal;
    }

    /// <summary>Whether to colour: see no-color.org for the variable.</summary>
    public static bool HasColour() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
