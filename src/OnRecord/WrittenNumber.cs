using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>A number as it stands in a text, whatever it is a number of.</summary>
/// <param name="Span">Its words or figures.</param>
/// <param name="Value">Its value, scales multiplied out; null where it is too large to hold.</param>
public readonly record struct WrittenNumber(TextSpan Span, decimal? Value);
