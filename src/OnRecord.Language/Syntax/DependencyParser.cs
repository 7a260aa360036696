using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Syntax;

/// <summary>
/// Builds the tree of a sentence from its encoded words, greedily, in 2n transitions of <see cref="ArcHybrid"/>, each chosen
/// by a small network over the words in eight places (Chen and Manning 2014, Kiperwasser and Goldberg 2016). Immutable; safe to share.
/// </summary>
internal sealed class DependencyParser
{
    private readonly int hidden;
    private readonly DenseLayer places;
    private readonly float[] empty;
    private readonly Vote transitions;
    private readonly Vote relations;

    /// <summary>The parser of a weight file.</summary>
    public DependencyParser(ModelFile file, Encoder encoder)
    {
        Relations = Weights.ReadLines(file, "relation-names");
        hidden = file.Section("bp").Length / (2 * ArcHybrid.Places);
        if (hidden == 0 || hidden % 8 != 0) throw Weights.Damaged(file, "bp");
        var stride = ArcHybrid.Places * hidden;
        places = new DenseLayer(Weights.Read(file, "wp", 2 * encoder.Width * stride), Weights.Read(file, "bp", stride));
        empty = Weights.Read(file, "empty", 2 * stride);
        transitions = new Vote(Weights.Read(file, "transitions", 3 * hidden), Weights.Read(file, "transition-bias", 8), hidden);
        relations = new Vote(Weights.Read(file, "relations", 2 * Relations.Length * hidden), Weights.Read(file, "relation-bias", (2 * Relations.Length + 7) / 8 * 8), hidden);
    }

    /// <summary>The relations by number.</summary>
    public string[] Relations { get; }

    /// <summary>The numbers it needs of each word.</summary>
    public int Stride => ArcHybrid.Places * hidden;

    /// <summary>Prepares all words at the desk.</summary>
    public void Prepare(Desk desk, int count) => places.Apply(desk.Rows, count, desk.Places);

    /// <summary>Parses one sentence.</summary>
    /// <param name="words">What <see cref="Prepare"/> made of its words.</param>
    /// <param name="state">The state to work with.</param>
    /// <param name="heads">Takes the heads: the index in the sentence, or -1 for the root.</param>
    /// <param name="labels">Takes the numbers of the relations.</param>
    public void Parse(ReadOnlySpan<float> words, ArcHybrid state, Span<int> heads, Span<byte> labels)
    {
        Span<float> look = stackalloc float[hidden];
        state.Begin(heads.Length);
        while (!state.IsDone)
        {
            Look(words, state, look);
            var best = -1;
            float bestScore = 0;
            for (var t = ArcHybrid.Shift; t <= ArcHybrid.Right; t++)
            {
                if (!state.Allows(t)) continue;
                var score = transitions.Score(look, t);
                if (best < 0 || score > bestScore) (best, bestScore) = (t, score);
            }
            var (word, head) = state.Take(best);
            if (best == ArcHybrid.Shift) continue;
            heads[word] = head;
            labels[word] = (byte)relations.Best(look, best == ArcHybrid.Left ? 0 : Relations.Length, Relations.Length);
        }
    }

    private void Look(ReadOnlySpan<float> words, ArcHybrid state, Span<float> look)
    {
        Span<int> at = stackalloc int[ArcHybrid.Places];
        state.Look(at);
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
            Vector256.Max(sum, Vector256<float>.Zero).StoreUnsafe(ref to, i);
        }
    }

    private ref float Row(ReadOnlySpan<float> words, int word, int place)
    {
        var row = word >= 0 ? words.Slice(word * Stride + place * hidden, hidden) : empty.AsSpan((-word - 1) * Stride + place * hidden, hidden);
        return ref MemoryMarshal.GetReference(row);
    }
}
