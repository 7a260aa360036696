using System.Globalization;

namespace OnRecord.Ledger.Schema;

/// <summary>The schema's steps, read from this folder's files: <c>0001_the_record.sql</c> is step 1.</summary>
internal static class Scripts
{
    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<Script> All { get; } = Read();

    private static Script[] Read()
    {
        var assembly = typeof(Scripts).Assembly;
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Script(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name[5..^4], reader.ReadToEnd());
            })
            .ToArray();
        for (var i = 0; i < scripts.Length; i++)
        {
            if (scripts[i].Version != i + 1) throw new InvalidOperationException($"The schema's step {i + 1} is missing from the assembly.");
        }
        return scripts;
    }
}
