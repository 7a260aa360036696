using OnRecord.Language;

namespace OnRecord.Cli.Commands;

/// <summary>A file that a command is given to add: read whole, or refused with what to do.</summary>
internal static class InputFile
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <param name="named">The file as the user named it.</param>
    /// <exception cref="OnRecordException">It is not there, or cannot be read.</exception>
    public static byte[] Bytes(string folder, string named)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, named));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OnRecordException(DiagnosticCodes.NotFound, $"{named} is not there. Check the path.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OnRecordException(DiagnosticCodes.Unreadable, $"{named} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads it as text: UTF-8, or what its byte order mark says.</summary>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <param name="named">The file as the user named it.</param>
    /// <exception cref="OnRecordException">It is not there, or cannot be read.</exception>
    public static string Text(string folder, string named)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(folder, named)), System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
