using OnRecord.Knowledge;

namespace OnRecord.Check;

/// <summary>
/// The series that come with the library: what the members of NATO spend on defence, as a share of their product from 2014
/// to 2024 and in dollars after SIPRI, and as a share to 2025 after the World Factbook. Safe to share between threads.
/// </summary>
public static class ShippedSeries
{
    private static readonly string[] Names = ["nato-defence-share", "nato-defence-share-factbook", "nato-defence-dollars"];
    private static readonly Lazy<IReadOnlyList<Series>> FromAssembly = new(() => [.. Names.Select(Read)]);

    /// <summary>Every one. Read when they are first asked for.</summary>
    public static IReadOnlyList<Series> All => FromAssembly.Value;

    private static Series Read(string name)
    {
        using var stream = typeof(ShippedSeries).Assembly.GetManifestResourceStream(name + ".csv") ?? throw new InvalidOperationException($"The library was built without {name}.csv.");
        using var bytes = new MemoryStream((int)stream.Length);
        stream.CopyTo(bytes);
        return SeriesReader.Read(name + ".csv", bytes.ToArray(), new SeriesOptions(), WorldKnowledge.Shipped);
    }
}
