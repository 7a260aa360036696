using System.IO.Compression;
using OnRecord.Lab.Corpora;
using OnRecord.Language.Coreference;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Coreference;

/// <summary>Learns what words tell by their vectors: classes of nouns from marked entities, gender of given names from pronouns and the names they stand for.</summary>
internal static class WordClassTraining
{
    private const int Epochs = 30;
    private const float Rate = 0.1f;
    private const float Decay = 1e-4f;

    public static float[] Train(List<TreebankDocument> documents, List<PronounExample> pronouns, string legislators, WordVectors vectors, TextWriter output)
    {
        var width = vectors.Dimensions + 1;
        var weights = new float[WordClasses.Outputs * width];
        var nouns = documents.SelectMany(d => Nouns(d, vectors)).ToList();
        var names = pronouns.SelectMany(e => new[] { (Name: e.A, Is: e.IsA, e), (Name: e.B, Is: e.IsB, e) }).Where(x => x.Is)
            .Select(x => (Words: x.Name.Slice(x.e.Text).Split(' '), x.e.IsFeminine)).Where(x => x.Words.Length > 1)
            .Select(x => (Given: x.Words[0], x.IsFeminine)).Concat(Legislators(legislators))
            .Select(x => (Row: vectors.Find(WordForm.Of(x.Given).Lower), x.IsFeminine)).Where(x => x.Row >= 0).ToList();
        Softmax(nouns, vectors, weights.AsSpan(0, 6 * width), output);
        Logistic(names, vectors, weights.AsSpan(6 * width, width), output);
        return weights;
    }

    private static IEnumerable<(int Row, int Class)> Nouns(TreebankDocument document, WordVectors vectors)
    {
        var kinds = ChainedDocument.Of(document).Entities.SelectMany(e => e).GroupBy(m => m.Span).ToDictionary(g => g.Key, g => g.First().Kind);
        foreach (var sentence in document.Sentences)
        {
            foreach (var (span, kind) in kinds.Where(k => sentence.Span.Contains(k.Key)))
            {
                var head = sentence.Words.FirstOrDefault(w => span.Contains(w.Span) && (w.Head < 0 || !span.Contains(sentence.Words[w.Head].Span)));
                if (head is null || head.Universal is not "NOUN" || Class(kind) is not { } told) continue;
                var row = vectors.Find(WordForm.Of(head.Form).Lower);
                if (row >= 0) yield return (row, (int)told - 1);
            }
        }
    }

    // A list of people, each with a given name and, further down, a gender.
    private static IEnumerable<(string Given, bool IsFeminine)> Legislators(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var given = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("    first: ", StringComparison.Ordinal)) given = line["    first: ".Length..];
            else if (line.StartsWith("    gender: ", StringComparison.Ordinal) && given.Length > 0) yield return (given, line.EndsWith('F'));
        }
    }

    private static SemanticClass? Class(string kind) => kind switch
    {
        "person" => SemanticClass.Person,
        "organization" => SemanticClass.Organisation,
        "place" => SemanticClass.Place,
        "time" => SemanticClass.Time,
        "object" or "substance" or "plant" or "animal" => SemanticClass.Thing,
        "abstract" or "event" => SemanticClass.Abstract,
        _ => null,
    };

    private static void Softmax(List<(int Row, int Class)> examples, WordVectors vectors, Span<float> weights, TextWriter output)
    {
        var width = vectors.Dimensions + 1;
        var squares = new float[weights.Length];
        var vector = new float[width];
        Span<float> scores = stackalloc float[6];
        var random = new Xorshift(3);
        var order = examples.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var right = 0;
            foreach (var (row, gold) in order)
            {
                vectors.CopyTo(row, vector);
                vector[^1] = 1;
                var best = 0;
                for (var c = 0; c < scores.Length; c++)
                {
                    scores[c] = Dot(weights.Slice(c * width, width), vector);
                    if (scores[c] > scores[best]) best = c;
                }
                if (best == gold) right++;
                var top = scores[best];
                var sum = 0f;
                foreach (ref var score in scores) sum += score = MathF.Exp(score - top);
                for (var c = 0; c < scores.Length; c++) Step(weights.Slice(c * width, width), squares.AsSpan(c * width, width), vector, scores[c] / sum - (c == gold ? 1 : 0));
            }
            if (epoch == Epochs - 1) output.WriteLine(FormattableString.Invariant($"classes of nouns: {order.Length} nouns, {(double)right / order.Length:P1} right in the last epoch"));
        }
    }

    private static void Logistic(List<(int Row, bool IsFeminine)> examples, WordVectors vectors, Span<float> weights, TextWriter output)
    {
        var squares = new float[weights.Length];
        var vector = new float[weights.Length];
        var random = new Xorshift(5);
        var order = examples.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var right = 0;
            foreach (var (row, isFeminine) in order)
            {
                vectors.CopyTo(row, vector);
                vector[^1] = 1;
                var probability = 1 / (1 + MathF.Exp(-Dot(weights, vector)));
                if (probability > 0.5f == isFeminine) right++;
                Step(weights, squares, vector, probability - (isFeminine ? 1 : 0));
            }
            if (epoch == Epochs - 1) output.WriteLine(FormattableString.Invariant($"gender of given names: {order.Length} names, {(double)right / order.Length:P1} right in the last epoch"));
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> vector, float error)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var g = error * vector[i] + Decay * weights[i];
            squares[i] += g * g;
            weights[i] -= Rate * g / (MathF.Sqrt(squares[i]) + 1e-6f);
        }
    }
}
