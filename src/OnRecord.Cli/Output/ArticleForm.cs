namespace OnRecord.Cli.Output;

/// <summary>How the article alone is printed. An enumeration, since an option of a boolean is a flag that takes no word.</summary>
internal enum ArticleForm
{
    /// <summary>The text, for a person.</summary>
    Text,

    /// <summary>One JSON object a document.</summary>
    JsonLines,
}
