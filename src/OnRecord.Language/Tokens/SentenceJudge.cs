namespace OnRecord.Language.Tokens;

/// <summary>Says whether a sentence ends at a place where it might.</summary>
/// <param name="end">Where in the text it would end.</param>
/// <param name="isRuled">Whether the rules end it there.</param>
/// <param name="features">What the place looks like, hashed (<see cref="GapFeatures"/>).</param>
internal delegate bool SentenceJudge(int end, bool isRuled, ReadOnlySpan<uint> features);
