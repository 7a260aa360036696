using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>The names that several of the known bear, for the table that marks them.</summary>
internal static class AmbiguousNames
{
    public static void Write(string folder, WorldKnowledge world) => FactWriter.Write(
        Path.Combine(folder, "ambiguous.tsv"),
        "Names that several bear. A name that stands here is never linked by itself.",
        "the other tables of this folder",
        "as theirs",
        ["name", "keys"],
        world.EntitiesByForm.Where(f => f.Bearers.Count > 1).Select(f => (string[])[f.Form, string.Join("; ", f.Bearers.Select(e => e.Key).Order(StringComparer.Ordinal))]));
}
