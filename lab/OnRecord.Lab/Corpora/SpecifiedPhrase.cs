namespace OnRecord.Lab.Corpora;

/// <summary>A phrase of the recognizers' specifications with what is to be resolved in it.</summary>
internal sealed record SpecifiedPhrase(string Text, DateTime? Reference, IReadOnlyList<SpecifiedResult> Results);

/// <summary>One result: where it stands (null where the file does not say), its type, and its resolutions, any of which will do.</summary>
internal sealed record SpecifiedResult(int? Start, int? End, string Type, IReadOnlyList<IReadOnlyDictionary<string, string>> Resolutions);
