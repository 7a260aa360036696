namespace OnRecord.Language.Tags;

/// <summary>How a dictionary form that is no name is written.</summary>
internal enum LemmaCase : byte
{
    /// <summary>In small letters, as most are.</summary>
    Small,

    /// <summary>With a capital letter: Israeli, I.</summary>
    Capital,

    /// <summary>In capital letters: TV, II.</summary>
    Capitals,
}
