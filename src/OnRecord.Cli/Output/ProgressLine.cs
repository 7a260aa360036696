using System.Globalization;

namespace OnRecord.Cli.Output;

/// <summary>One line on standard error that says how far a long run is; nothing where that is no terminal.</summary>
internal sealed class ProgressLine
{
    // A run that is over sooner needs no line, and a line that changes faster cannot be read.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly CommandContext context;
    private readonly long started;
    private long printed;
    private bool isShown;

    public ProgressLine(CommandContext context)
    {
        this.context = context;
        started = context.Time.GetTimestamp();
        printed = started;
    }

    public void Show(int documents, int failures, long bytes)
    {
        if (!context.IsErrorTerminal) return;
        var now = context.Time.GetTimestamp();
        var elapsed = context.Time.GetElapsedTime(started, now);
        if (elapsed < Patience || context.Time.GetElapsedTime(printed, now) < Interval) return;
        printed = now;
        isShown = true;
        var megabytes = bytes / 1e6;
        context.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{documents} read, {failures} failed, {megabytes:0.0} MB, {megabytes / elapsed.TotalSeconds:0.00} MB a second"));
    }

    /// <summary>Takes the line away, before something else is printed.</summary>
    public void Clear()
    {
        if (!isShown) return;
        isShown = false;
        context.Error.Write("\r\u001b[K");
    }
}
