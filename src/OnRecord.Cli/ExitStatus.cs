namespace OnRecord.Cli;

/// <summary>What the program ends with. docs/reference/commands.md lists them.</summary>
internal static class ExitStatus
{
    public const int Success = 0;

    /// <summary>Some documents failed and the others are complete; or the command could not do what was asked.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;

    /// <summary>What a shell reports of a program stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>What a shell reports of a program whose reader went away.</summary>
    public const int BrokenPipe = 141;
}
