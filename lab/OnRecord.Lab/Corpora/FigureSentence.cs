namespace OnRecord.Lab.Corpora;

/// <summary>A sentence of news written for this project, with the values and units that a reader finds in it.</summary>
internal sealed record FigureSentence(string Text, IReadOnlyList<(decimal Value, string Unit)> Figures);
