using OnRecord.Language;

namespace OnRecord.Cli.Output;

/// <summary>A file that appears under its name when it is complete, and not before: what stood there stays until then.</summary>
internal sealed class FileInPlace : IDisposable
{
    private readonly string path;
    private readonly string partial;
    private bool isComplete;

    public FileInPlace(string path)
    {
        this.path = path;
        partial = path + ".partial";
        try
        {
            Stream = new BufferedStream(new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException or NotSupportedException or ArgumentException)
        {
            throw new OnRecordException(DiagnosticCodes.OutputFailed, $"'{path}' cannot be written ({error.GetType().Name}). Check that the folder is there and may be written to, or name another file.", error);
        }
    }

    public Stream Stream { get; }

    public void Complete()
    {
        Stream.Dispose();
        try
        {
            File.Move(partial, path, overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new OnRecordException(DiagnosticCodes.OutputFailed, $"'{path}' cannot be replaced. Check that it is a file that may be written to, or name another.", error);
        }
        isComplete = true;
    }

    public void Dispose()
    {
        if (isComplete) return;
        // The buffer must not be handed on: what went wrong may be that very disk, and the partial file goes anyway.
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // The error that brought us here is on its way already and says more.
        }
        File.Delete(partial);
    }
}
