using Microsoft.Win32.SafeHandles;

namespace OnRecord.Cli.Output;

/// <summary>The standard output of the process as a buffered stream.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 64 * 1024;
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    public static Stream Open() => new BufferedStream(Pipe() ?? Console.OpenStandardOutput(), BufferSize);

    /// <summary>Whether the error says that the program which read our output went away, as <c>head</c> does.</summary>
    public static bool IsBrokenPipe(IOException error) => error.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;

    /// <summary>
    /// The output where it is a pipe. The console's own stream takes no notice of a broken pipe, and the run would go on
    /// with nobody reading; a file stream reports it. For a file the console's stream is right, because a file stream
    /// writes at places of its own and not where the shell's next command goes on.
    /// </summary>
    private static FileStream? Pipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return null;
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!stream.CanSeek) return stream;
        stream.Dispose();
        return null;
    }
}
