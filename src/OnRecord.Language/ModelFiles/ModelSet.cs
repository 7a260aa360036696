using System.Collections.Concurrent;

namespace OnRecord.Language.ModelFiles;

/// <summary>The weight files of one language, by name, as a package of weights offers them. Each is read and checked once. Safe to share between threads.</summary>
public sealed class ModelSet
{
    private readonly string origin;
    private readonly Func<string, Stream?> open;

    // Several stages open the same file at the same time when a pipeline is built.
    private readonly ConcurrentDictionary<string, Lazy<ModelFile>> opened = new(StringComparer.Ordinal);

    /// <summary>A set that opens its files through a function.</summary>
    /// <param name="origin">What the set is called in errors and in the record of a run, such as a package's name.</param>
    /// <param name="open">Opens a weight file by its name without extension; null where the set lacks it.</param>
    public ModelSet(string origin, Func<string, Stream?> open)
    {
        this.origin = origin;
        this.open = open;
    }

    /// <summary>The weight files of a folder: each <c>NAME.orm</c>.</summary>
    public static ModelSet FromFolder(string folder) => new(folder, name =>
    {
        var path = Path.Combine(folder, name + ".orm");
        return File.Exists(path) ? File.OpenRead(path) : null;
    });

    /// <summary>Opens and checks one weight file.</summary>
    /// <param name="name">The model's name, such as <c>attribution</c>.</param>
    /// <exception cref="OnRecordException">OR3001 where it is missing, OR3002 where it is damaged.</exception>
    public ModelFile Open(string name)
    {
        var file = opened.GetOrAdd(name, _ => new Lazy<ModelFile>(() => Read(name)));
        try
        {
            return file.Value;
        }
        catch
        {
            // Whoever mends the set need not make it anew.
            opened.TryRemove(new(name, file));
            throw;
        }
    }

    private ModelFile Read(string name)
    {
        using var stream = open(name)
            ?? throw new OnRecordException(DiagnosticCodes.ModelMissing, $"The model '{name}' is not in {origin}. Install the package of weights that goes with this version, or make it with: lab train {name}.");
        return ModelFile.Read(stream, $"{name} in {origin}");
    }
}
