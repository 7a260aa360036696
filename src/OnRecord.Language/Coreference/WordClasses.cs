using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Coreference;

/// <summary>
/// What words tell by their vectors: the class of a noun, the gender of a given name. Two logistic regressions over the
/// word vectors. Immutable; safe to share between threads.
/// </summary>
internal sealed class WordClasses
{
    /// <summary>Scores of a noun's six classes, then the score of a given name's being a woman's.</summary>
    public const int Outputs = 7;

    private const int Gender = 6;

    /// <summary>Below this probability a class is not told: tried with the ranking on the dev parts.</summary>
    private const float LeastClass = 0.5f;

    private const float LeastGender = 0.8f;

    private readonly WordVectors vectors;
    private readonly float[] weights;

    // What has been told of a row's class, and one more; nought where it was not asked for. Threads that ask at once find the same.
    private readonly byte[] told;

    /// <summary>Classes by weights.</summary>
    /// <param name="vectors">The vectors the weights belong to.</param>
    /// <param name="weights">For each output a weight a dimension and a bias.</param>
    public WordClasses(WordVectors vectors, float[] weights)
    {
        this.vectors = vectors;
        this.weights = weights;
        told = new byte[vectors.Count];
    }

    public WordVectors Vectors => vectors;

    public static WordClasses Read(ModelFile file, WordVectors vectors) => new(vectors, Weights.Read(file, "classes", Outputs * (vectors.Dimensions + 1)));

    /// <summary>The class of a noun by the row of its vector.</summary>
    public SemanticClass Class(int row)
    {
        if (row < 0) return SemanticClass.Unknown;
        if (told[row] == 0) told[row] = (byte)(ClassOf(row) + 1);
        return (SemanticClass)(told[row] - 1);
    }

    private SemanticClass ClassOf(int row)
    {
        Span<float> vector = stackalloc float[vectors.Dimensions];
        vectors.CopyTo(row, vector);
        Span<float> scores = stackalloc float[Gender];
        var best = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(vector, i);
            if (scores[i] > scores[best]) best = i;
        }
        var sum = 0f;
        foreach (var score in scores) sum += MathF.Exp(score - scores[best]);
        return 1 / sum >= LeastClass ? (SemanticClass)(best + 1) : SemanticClass.Unknown;
    }

    /// <summary>'f' or 'm' where the vector of a given name tells it surely; '\0' otherwise.</summary>
    public char GivenNameGender(int row)
    {
        if (row < 0) return '\0';
        Span<float> vector = stackalloc float[vectors.Dimensions];
        vectors.CopyTo(row, vector);
        var woman = 1 / (1 + MathF.Exp(-Score(vector, Gender)));
        return woman >= LeastGender ? 'f' : woman <= 1 - LeastGender ? 'm' : '\0';
    }

    private float Score(ReadOnlySpan<float> vector, int output)
    {
        var row = weights.AsSpan(output * (vector.Length + 1), vector.Length + 1);
        var sum = row[^1];
        for (var i = 0; i < vector.Length; i++) sum += vector[i] * row[i];
        return sum;
    }
}
