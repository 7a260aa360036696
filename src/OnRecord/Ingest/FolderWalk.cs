using OnRecord.Language;

namespace OnRecord.Ingest;

/// <summary>
/// The files under a folder, in ordinal order of their names, folders walked in their place. Names that begin with a
/// dot are left out. A folder that links lead to more than once is walked once, so that a link to a folder above ends.
/// </summary>
internal sealed class FolderWalk(string root)
{
    private readonly HashSet<string> walked = new(StringComparer.Ordinal);

    /// <summary>A file, or the reason why a folder's files are not known.</summary>
    internal readonly record struct Entry(string Path, Failure? Problem);

    internal IEnumerable<Entry> Entries()
    {
        // A stack of our own: folders may be nested deeper than calls may be.
        var pending = new Stack<(string Path, string Real, bool IsFolder)>();
        pending.Push((root, RealOf(root, Path.GetFullPath(root)), true));
        while (pending.TryPop(out var next))
        {
            if (!next.IsFolder)
            {
                yield return new Entry(next.Path, null);
                continue;
            }
            if (!walked.Add(next.Real))
                continue;
            var children = ChildrenOf(next.Path, out var problem);
            if (problem is not null)
                yield return new Entry(next.Path, problem);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                var child = children[i];
                var path = Path.Combine(next.Path, child.Name);
                pending.Push((path, child.IsFolder ? RealOf(path, Path.Combine(next.Real, child.Name)) : "", child.IsFolder));
            }
        }
    }

    private static List<(string Name, bool IsFolder)> ChildrenOf(string folder, out Failure? problem)
    {
        problem = null;
        var children = new List<(string Name, bool IsFolder)>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, MatchType = MatchType.Simple }))
            {
                if (!entry.Name.StartsWith('.'))
                    children.Add((entry.Name, Directory.Exists(entry.FullName)));
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or System.Security.SecurityException)
        {
            problem = new Failure(folder, DiagnosticCodes.Unreadable, $"The folder '{folder}' cannot be listed ({error.GetType().Name}). Check that this user may read it; what is in it was not read.");
        }
        children.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return children;
    }

    private static string RealOf(string path, string otherwise)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? Path.TrimEndingDirectorySeparator(target.FullName) : otherwise;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A link that cannot be followed is listed under its own name, and listing it then says what is wrong.
            return otherwise;
        }
    }
}
