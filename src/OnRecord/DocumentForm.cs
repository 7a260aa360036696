namespace OnRecord;

/// <summary>What the bytes of a document are.</summary>
public enum DocumentForm
{
    /// <summary>Plain text: every character is kept, and furniture is marked.</summary>
    PlainText,

    /// <summary>An HTML page: the article's text is taken out of it.</summary>
    Html,
}
