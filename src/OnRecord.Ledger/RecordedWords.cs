using OnRecord.Language.Text;

namespace OnRecord.Ledger;

/// <summary>A range of a document's text and the words that stand there.</summary>
/// <param name="Span">The range, in UTF-16 units of the document's text.</param>
/// <param name="Words">The words, as recorded.</param>
public readonly record struct RecordedWords(TextSpan Span, string Words);
