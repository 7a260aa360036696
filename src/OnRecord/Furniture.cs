using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>What is on the page and is no part of the article.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Furniture(TextSpan Span, FurnitureKind Kind);
