using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using OnRecord.Language;

namespace OnRecord.Cli;

/// <summary>
/// Finds ASP.NET Core for the one command that needs it. The program names only the plain runtime as its own: naming both
/// would make every command look for a hundred and fifty files more before it starts, and would need the larger runtime
/// for reading a single article.
/// </summary>
internal static class WebRuntime
{
    private const string Framework = "Microsoft.AspNetCore.App";

    /// <summary>Lets the parts of ASP.NET Core be found. To be called before the first method that names a type of the server.</summary>
    /// <exception cref="OnRecordException">OR7003: it is not installed.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only reached on the .NET runtime, where nothing is trimmed: machine code has ASP.NET Core linked in.")]
    public static void Attach()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported) return;
        // A host that names ASP.NET Core as its own has it already.
        if (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string trusted && trusted.Contains("Microsoft.AspNetCore.Hosting.dll", StringComparison.Ordinal)) return;
        var folder = Folder();
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }

    // Beside the runtime that runs: of the same version, or else the newest of the same major version.
    private static string Folder()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var shared = Path.GetFullPath(Path.Combine(runtime, "..", "..", Framework));
        var same = Path.Combine(shared, Path.GetFileName(runtime));
        if (Directory.Exists(same)) return same;
        var others = Directory.Exists(shared)
            ? Directory.EnumerateDirectories(shared).Select(path => (Path: path, Version: System.Version.TryParse(Path.GetFileName(path), out var version) ? version : null))
            : [];
        return others.Where(other => other.Version?.Major == Environment.Version.Major).OrderByDescending(other => other.Version).Select(other => other.Path).FirstOrDefault()
            ?? throw new OnRecordException(DiagnosticCodes.NoWebRuntime, $"ASP.NET Core {Environment.Version.Major.ToString(System.Globalization.CultureInfo.InvariantCulture)} is not installed beside the runtime at {runtime}, and pages are served with it. Install the ASP.NET Core Runtime: https://dotnet.microsoft.com/download");
    }
}
