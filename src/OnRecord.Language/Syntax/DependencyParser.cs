using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Tokens;

namespace OnRecord.Language.Syntax;

/// <summary>
/// Builds the tree of a sentence from its encoded words, which it reads once more in a recurrent layer of its own: greedily,
/// in 2n transitions of <see cref="ArcHybrid"/>, each chosen by a small network over the words in eight places (Chen and
/// Manning 2014, Kiperwasser and Goldberg 2016) and over the state (<see cref="StateFeatures"/>). Immutable; safe to share.
/// </summary>
internal sealed class DependencyParser
{
    /// <summary>The parts a direction of its layer has: the layer has its own way past.</summary>
    private const int Parts = 4;

    private readonly int hidden;
    private readonly DenseLayer products;
    private readonly RecurrentLayer reader;
    private readonly DenseLayer places;
    private readonly float[] empty;
    private readonly float[] state;
    private readonly Vote transitions;
    private readonly WideVote toTheLeft, toTheRight;

    /// <summary>The parser of a weight file.</summary>
    public DependencyParser(ModelFile file, Encoder encoder)
    {
        Relations = Weights.ReadLines(file, "relation-names");
        hidden = file.Section("bp").Length / (2 * ArcHybrid.Places);
        if (hidden == 0 || hidden % 8 != 0) throw Weights.Damaged(file, "bp");
        var stride = ArcHybrid.Places * hidden;
        var peepholes = Weights.Read(file, "v-parser", file.Section("v-parser").Length / 2);
        var width = peepholes.Length / 4;
        if (width == 0 || width % 8 != 0 || width > encoder.Width) throw Weights.Damaged(file, "v-parser");
        reader = new RecurrentLayer(width, peepholes);
        products = DenseLayer.Read(file, "w-parser", "b-parser", 2 * encoder.Width, Parts * 2 * width);
        places = DenseLayer.Read(file, "wp", "bp", 2 * width, stride);
        empty = Weights.Read(file, "empty", 2 * stride);
        state = Weights.Read(file, "state", StateFeatures.Rows(Relations.Length) * hidden);
        transitions = new Vote(Weights.Read(file, "transitions", 3 * hidden), Weights.Read(file, "transition-bias", 8), hidden);
        var relations = Weights.Read(file, "relations", 2 * Relations.Length * hidden);
        var bias = Weights.Read(file, "relation-bias", (2 * Relations.Length + 7) / 8 * 8);
        toTheLeft = new WideVote(relations.AsSpan(0, Relations.Length * hidden), bias.AsSpan(0, Relations.Length), hidden);
        toTheRight = new WideVote(relations.AsSpan(Relations.Length * hidden), bias.AsSpan(Relations.Length, Relations.Length), hidden);
    }

    /// <summary>The relations by number.</summary>
    public string[] Relations { get; }

    /// <summary>The numbers it needs of each word.</summary>
    public int Stride => ArcHybrid.Places * hidden;

    /// <summary>Prepares all words at the desk, whose buffers for encoding it uses anew.</summary>
    public void Prepare(Desk desk, int count, ReadOnlySpan<Sentence> sentences)
    {
        var width = reader.Width;
        products.Apply(desk.Rows, count, desk.Parts);
        var from = sentences[0].FirstToken;
        foreach (var sentence in sentences)
        {
            var at = (sentence.FirstToken - from) * 2 * width;
            reader.Read(desk.Parts[(at * Parts)..], Parts, Desk.Steps(sentence.Count), default, desk.Before.Slice(at, sentence.Count * 2 * width));
        }
        places.Apply(desk.Before, count, desk.Places);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="words">What <see cref="Prepare"/> made of its words.</param>
    /// <param name="parse">The state to work with.</param>
    /// <param name="heads">Takes the heads: the index in the sentence, or -1 for the root.</param>
    /// <param name="labels">Takes the numbers of the relations.</param>
    public void Parse(ReadOnlySpan<float> words, ArcHybrid parse, Span<int> heads, Span<byte> labels)
    {
        Span<float> look = stackalloc float[hidden];
        parse.Begin(heads.Length);
        while (!parse.IsDone)
        {
            Look(words, parse, look);
            var best = -1;
            float bestScore = 0;
            for (var t = ArcHybrid.Shift; t <= ArcHybrid.Right; t++)
            {
                if (!parse.Allows(t)) continue;
                var score = transitions.Score(look, t);
                if (best < 0 || score > bestScore) (best, bestScore) = (t, score);
            }
            var (word, head) = parse.Take(best);
            if (best == ArcHybrid.Shift) continue;
            heads[word] = head;
            var label = (best == ArcHybrid.Left ? toTheLeft : toTheRight).Best(look);
            labels[word] = (byte)label;
            parse.Name(word, label);
        }
    }

    private void Look(ReadOnlySpan<float> words, ArcHybrid parse, Span<float> look)
    {
        Span<int> at = stackalloc int[ArcHybrid.Places];
        parse.Look(at);
        ref var a = ref Row(words, at[0], 0);
        ref var b = ref Row(words, at[1], 1);
        ref var c = ref Row(words, at[2], 2);
        ref var d = ref Row(words, at[3], 3);
        ref var e = ref Row(words, at[4], 4);
        ref var f = ref Row(words, at[5], 5);
        ref var g = ref Row(words, at[6], 6);
        ref var h = ref Row(words, at[7], 7);
        ref var to = ref MemoryMarshal.GetReference(look);
        for (nuint i = 0; i < (nuint)hidden; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref a, i) + Vector256.LoadUnsafe(ref b, i) + Vector256.LoadUnsafe(ref c, i) + Vector256.LoadUnsafe(ref d, i)
                + (Vector256.LoadUnsafe(ref e, i) + Vector256.LoadUnsafe(ref f, i)) + (Vector256.LoadUnsafe(ref g, i) + Vector256.LoadUnsafe(ref h, i));
            sum.StoreUnsafe(ref to, i);
        }
        Span<int> rows = stackalloc int[StateFeatures.Count];
        StateFeatures.Look(parse, Relations.Length, rows);
        ref var table = ref MemoryMarshal.GetArrayDataReference(state);
        for (nuint i = 0; i < (nuint)hidden; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref to, i);
            foreach (var row in rows) sum += Vector256.LoadUnsafe(ref table, (nuint)(row * hidden) + i);
            Vector256.Max(sum, Vector256<float>.Zero).StoreUnsafe(ref to, i);
        }
    }

    private ref float Row(ReadOnlySpan<float> words, int word, int place)
    {
        var row = word >= 0 ? words.Slice(word * Stride + place * hidden, hidden) : empty.AsSpan((-word - 1) * Stride + place * hidden, hidden);
        return ref MemoryMarshal.GetReference(row);
    }
}
