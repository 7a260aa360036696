namespace OnRecord.Tests;

/// <summary>The checkout the tests were built from, found upwards from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative)).ReplaceLineEndings("\n");

    /// <summary>Files below a folder in ordinal order, relative to the root with forward slashes; what a build or a tool leaves is passed over.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".git" or ".vs" or ".idea" or "TestResults"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "OnRecord.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No OnRecord.slnx above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
