using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>One place where the text refers to an entity.</summary>
/// <param name="Span">The words.</param>
/// <param name="Form">How they refer.</param>
public readonly record struct Mention(TextSpan Span, MentionForm Form);
