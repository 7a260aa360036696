namespace OnRecord.Language.Tags;

/// <summary>The treebanks' names of the universal tags.</summary>
public static class TagNames
{
    private static readonly string[] Names = ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    /// <summary>The tag as the treebanks write it, such as <c>PROPN</c>.</summary>
    public static string Of(UniversalTag tag) => Names[(int)tag];

    /// <summary>The tag the treebanks write so; <see cref="UniversalTag.Other"/> for a name that is none.</summary>
    public static UniversalTag Parse(string name) => (UniversalTag)Math.Max(0, Array.IndexOf(Names, name));
}
