using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>The names that several of the known bear, for the table that marks them.</summary>
internal static class AmbiguousNames
{
    public static void Write(string folder, WorldKnowledgeBuilder builder) => FactWriter.Write(
        Path.Combine(folder, "ambiguous.tsv"),
        "Names that several bear. A name that stands here is never linked by itself.",
        "the other tables of this folder",
        "as theirs",
        ["name", "keys"],
        builder.Forms().Where(f => f.Value.Count > 1).Select(f => (string[])[f.Key, string.Join("; ", f.Value.Select(e => e.Key).Order(StringComparer.Ordinal))]));
}
