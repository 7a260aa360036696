namespace OnRecord.Lab.Train.Language;

/// <summary>What can be tried in training the language core; the defaults are what ships.</summary>
internal sealed class LanguageTrainingOptions
{
    public int Epochs { get; init; } = 13;

    /// <summary>The numbers one direction of a recurrent layer has.</summary>
    public int Width { get; init; } = 96;

    /// <summary>The number of recurrent layers.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>The parser's hidden layer, in training with the encoder and in the parser that ships.</summary>
    public int Hidden { get; init; } = 96;

    /// <summary>How often the parser that ships goes through the treebanks, once the encoder is done.</summary>
    public int ParserEpochs { get; init; } = 12;

    /// <summary>The numbers one direction of the parser's own layer has.</summary>
    public int ParserWidth { get; init; } = 64;

    /// <summary>Learn from so many sentences of each kind only; 0 for all.</summary>
    public int Limit { get; init; }
}
