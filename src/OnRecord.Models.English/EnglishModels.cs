using OnRecord.Language.ModelFiles;

namespace OnRecord.Models.English;

/// <summary>The English weights that ship with this version. Their model card is docs/reference/model-card.md.</summary>
public static class EnglishModels
{
    /// <summary>The embedded weight files.</summary>
    public static ModelSet Set { get; } = new(
        "OnRecord.Models.English",
        name => typeof(EnglishModels).Assembly.GetManifestResourceStream(name + ".orm"));
}
