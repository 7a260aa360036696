using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>A mention in a chain.</summary>
/// <param name="Span">The whole phrase, with what modifies it: "the ministers who met in Oslo".</param>
/// <param name="HeadToken">The index of its head: "ministers".</param>
/// <param name="Kind">Name, nominal or pronoun.</param>
/// <param name="Confidence">How probable it is that the mention belongs to its chain, 0 to 1; 1 for the mention that begins the chain.</param>
public readonly record struct ChainMention(TextSpan Span, int HeadToken, MentionKind Kind, double Confidence);
