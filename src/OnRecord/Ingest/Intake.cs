using System.Security.Cryptography;
using OnRecord.Language;

namespace OnRecord.Ingest;

/// <summary>
/// Takes documents in from paths: a file, a folder with all its folders in ordinal order, or <c>-</c> for standard
/// input. Lazy, with one document in memory at a time; what cannot be read becomes a failure in its place and the walk
/// goes on. Not safe to share between threads.
/// </summary>
public sealed class Intake
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInputPath = "-";

    private readonly IntakeOptions options;

    /// <summary>An intake with its options.</summary>
    /// <exception cref="OnRecordException">OR9001: the bound on the size is not positive, or larger than an array can be.</exception>
    public Intake(IntakeOptions options)
    {
        if (options.MaxBytes is <= 0 or > int.MaxValue / 2)
        {
            throw new OnRecordException(DiagnosticCodes.Usage, FormattableString.Invariant($"The largest size of a document cannot be {options.MaxBytes} bytes. Give a number from 1 to {int.MaxValue / 2}."));
        }
        this.options = options;
    }

    /// <summary>How many files of the folders walked so far are of a kind that is not read; they are no failures.</summary>
    public int PassedOver { get; private set; }

    /// <summary>The documents and failures under the paths, in the order of the paths and ordinal order inside folders.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled between two documents.</exception>
    public IEnumerable<IntakeItem> Read(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (path == StandardInputPath)
            {
                yield return Take(path, OpenStandardInput, isStandardInput: true);
            }
            else if (IsWebAddress(path))
            {
                yield return Fail(path, DiagnosticCodes.UnsupportedKind, $"'{path}' is an address and is not fetched. Save the page as a file and give the file's path.");
            }
            else if (Directory.Exists(path))
            {
                foreach (var entry in new FolderWalk(path).Entries())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (entry.Problem is not null)
                    {
                        yield return IntakeItem.Of(entry.Problem);
                    }
                    else if (FileForm.IsReadFromFolders(entry.Path))
                    {
                        // A pipe or device among the files has no length, and opening it would wait for ever.
                        yield return HasLength(entry.Path) ? TakeFile(entry.Path) : Take(entry.Path, () => Stream.Null, isStandardInput: false);
                    }
                    else
                    {
                        PassedOver++;
                    }
                }
            }
            else
            {
                yield return TakeFile(path);
            }
        }
    }

    /// <summary>A document of bytes that are there already, such as those of an upload.</summary>
    /// <param name="path">What it is called; its extension says what it is, as with a file.</param>
    /// <param name="bytes">The bytes, exactly as they came.</param>
    /// <param name="published">The publication date that stands over one found in a page; null where none is given.</param>
    /// <param name="url">The web address it stands at; null where not known.</param>
    /// <param name="charset">The charset a transport declared; null where none did.</param>
    /// <exception cref="OnRecordException">OR1003, OR1004 or OR1006: the bytes are empty, not text, or of a kind that is not read.</exception>
    public static RawDocument Take(string path, ReadOnlyMemory<byte> bytes, DateOnly? published = null, Uri? url = null, string? charset = null) => new()
    {
        Path = path,
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
        Form = FileForm.Of(path, bytes.Span),
        Url = url,
        DeclaredCharset = charset,
        Published = published,
    };

    // A link to nowhere is left to the opening, which says what is wrong with it.
    private static bool HasLength(string path) => new FileInfo(path) is { Exists: false } or { LinkTarget: not null } or { Length: > 0 };

    private Stream OpenStandardInput() => options.StandardInput ?? Console.OpenStandardInput();

    private IntakeItem TakeFile(string path) => Take(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), isStandardInput: false);

    private IntakeItem Take(string path, Func<Stream> open, bool isStandardInput)
    {
        try
        {
            byte[] bytes;
            using (var stream = open())
            {
                bytes = BoundedBytes.Read(stream, path, options.MaxBytes);
            }
            return IntakeItem.Of(new RawDocument
            {
                Path = path,
                Bytes = bytes,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Form = isStandardInput ? FileForm.OfStandardInput(path, bytes) : FileForm.Of(path, bytes),
                Published = options.Published,
            });
        }
        catch (OnRecordException error)
        {
            return Fail(path, error.Code, error.Message);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(path, DiagnosticCodes.NotFound, $"There is no file or folder '{path}'. Check the path, or the link if it is one.");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or NotSupportedException or ArgumentException)
        {
            return Fail(path, DiagnosticCodes.Unreadable, $"'{path}' cannot be read ({error.GetType().Name}). Check that the file may be read by this user and that its disk is there.");
        }
    }

    private static bool IsWebAddress(string path)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        return scheme is > 1 and < 16 && !path.AsSpan(0, scheme).ContainsAnyExcept(SchemeCharacters);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");

    private static IntakeItem Fail(string path, string code, string message) => IntakeItem.Of(new Failure(path, code, message));
}
