using OnRecord.Language.ModelFiles;

namespace OnRecord.Cli;

/// <summary>What a command works with: the three standard streams and what is known about them, the clock, the weights, the working folder.</summary>
internal sealed class CommandContext
{
    /// <summary>The width of what is printed for a person where no terminal says its own.</summary>
    public const int WidthWithoutTerminal = 100;

    public required Stream Input { get; init; }

    /// <summary>Results, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Everything that is no result: failures, progress, what was recorded.</summary>
    public required TextWriter Error { get; init; }

    public required TimeProvider Time { get; init; }

    public required ModelSet Models { get; init; }

    /// <summary>Called before the first document of a run is read; null for nothing.</summary>
    public Action? BeforeReading { get; init; }

    /// <summary>Where the ledger lies unless <c>--ledger</c> says otherwise.</summary>
    public required string Folder { get; init; }

    /// <summary>Cancelled when the user asks to stop.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Whether a person types what is read, so that it can be asked for.</summary>
    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether colours are wanted: a terminal that has them, and no <c>NO_COLOR</c>.</summary>
    public bool HasColour { get; init; }

    /// <summary>The columns that what is printed for a person may take.</summary>
    public int Width { get; init; } = WidthWithoutTerminal;
}
