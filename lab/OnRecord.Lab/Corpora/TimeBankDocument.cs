using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>A TimeML document.</summary>
internal sealed record TimeBankDocument(string Name, string Text, DateOnly? Created, IReadOnlyList<TimeBankTime> Times);

/// <summary>A marked time.</summary>
internal readonly record struct TimeBankTime(TextSpan Span, string Type, string Value);
