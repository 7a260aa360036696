using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>Words that somebody in the text says: inside them, "I" is who says them.</summary>
/// <param name="Content">The words said.</param>
/// <param name="Source">The words that name who says them.</param>
/// <param name="IsVerbatim">Whether all of it is in the speaker's own words; otherwise only what stands in quotation marks is.</param>
public readonly record struct Utterance(TextSpan Content, TextSpan Source, bool IsVerbatim = true);
