using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>What is known of one statement while a document is being linked.</summary>
internal sealed class Speaking
{
    public LocalEntity? Speaker { get; set; }

    public string? Refusal { get; set; }

    public LocalEntity? OnBehalfOf { get; set; }

    public LocalEntity? Addressee { get; set; }

    public TextSpan? Venue { get; set; }

    public DateOnly? Day { get; set; }
}
