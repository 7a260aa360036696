using System.Reflection;

namespace OnRecord.Tests.Conventions;

/// <summary>The assemblies of the house, as they were built for the tests.</summary>
internal static class House
{
    public static IReadOnlyList<Assembly> Source { get; } =
        [.. new[] { "OnRecord.Language", "OnRecord.Models.English", "OnRecord", "OnRecord.Ledger", "OnRecord.Server", "OnRecord.Cli" }.Select(Assembly.Load)];

    public static Assembly Lab { get; } = Assembly.Load("lab");

    /// <summary>Whether the assembly comes with .NET itself.</summary>
    public static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    /// <summary>The package an assembly is counted to: those that come with ASP.NET Core are one.</summary>
    public static string Package(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!, assembly + ".dll")) ? "Microsoft.AspNetCore.App" : assembly;

    /// <summary>The namespace a type is counted to: a program's top-level statements stand in no namespace of their own.</summary>
    public static string Home(Assembly assembly, string space) =>
        space.Length > 0 ? space : assembly == Lab ? "OnRecord.Lab" : assembly.GetName().Name!;
}
