using OnRecord.Language.Learning;
using OnRecord.Language.Syntax;

namespace OnRecord.Lab.Train.Language;

/// <summary>The sizes of the network.</summary>
internal sealed record NetworkShape(int Vector, int Words, int Universal, int Penn, int Relations, int Names)
{
    /// <summary>The numbers one direction of a recurrent layer has.</summary>
    public int Width { get; init; } = 64;

    /// <summary>The hidden layer of the parser.</summary>
    public int Hidden { get; init; } = 96;

    /// <summary>Whether the parser sees distances, counts and relations besides words.</summary>
    public bool SeesState { get; init; }

    public int WordSize { get; init; } = 32;

    /// <summary>The number of recurrent layers.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>What the parser computes of each word: its hidden layer for each place it can stand in.</summary>
    public int Places => ArcHybrid.Places * Hidden;

    public int Input => Eight(Vector + WordSize + Encoder.PrefixSize + Encoder.Suffix2Size + Encoder.Suffix3Size + Encoder.ShapeSize);

    /// <summary>What goes into the first layer: a word with the one before it and the one after it in its sentence.</summary>
    public int Window => Encoder.Window * Input;

    public int Tags => Eight(Universal + Penn + Names);

    public static int Eight(int count) => (count + 7) / 8 * 8;
}
