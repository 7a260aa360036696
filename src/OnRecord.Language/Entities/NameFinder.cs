using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Language.Entities;

/// <summary>
/// Reads names off the scores of encoded words: the best sequence of labels by Viterbi, with learned weights of what
/// follows what. Immutable; safe to share.
/// </summary>
internal sealed class NameFinder
{
    private readonly float[] transitions;

    /// <summary>The finder of a weight file.</summary>
    public NameFinder(ModelFile file) => transitions = Weights.Read(file, "name-transitions", (NameLabels.Count + 1) * NameLabels.Count);

    /// <summary>Adds the names of one sentence.</summary>
    /// <param name="scores">The scores of all the words' outputs, a row a word.</param>
    /// <param name="stride">The length of a row.</param>
    /// <param name="from">Where in a row the labels' scores begin.</param>
    /// <param name="tokens">All tokens.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="names">Takes the names.</param>
    public void Find(ReadOnlySpan<float> scores, int stride, int from, IReadOnlyList<Token> tokens, Sentence sentence, List<Name> names)
    {
        const int labels = NameLabels.Count;
        var count = sentence.Count;
        Span<float> best = stackalloc float[labels];
        Span<float> next = stackalloc float[labels];
        var back = System.Buffers.ArrayPool<byte>.Shared.Rent(count * labels);
        var path = System.Buffers.ArrayPool<byte>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                var row = scores.Slice(i * stride + from, labels);
                for (var label = 0; label < labels; label++)
                {
                    if (i == 0)
                    {
                        next[label] = NameLabels.IsFollowing(label) ? float.NegativeInfinity : row[label] + transitions[labels * labels + label];
                        continue;
                    }
                    float top = float.NegativeInfinity;
                    byte before = 0;
                    if (NameLabels.IsFollowing(label))
                    {
                        for (var b = label - 1; b <= label; b++)
                        {
                            var score = best[b] + transitions[b * labels + label];
                            if (score > top) (top, before) = (score, (byte)b);
                        }
                    }
                    else
                    {
                        for (var b = 0; b < labels; b++)
                        {
                            var score = best[b] + transitions[b * labels + label];
                            if (score > top) (top, before) = (score, (byte)b);
                        }
                    }
                    next[label] = top + row[label];
                    back[i * labels + label] = before;
                }
                next.CopyTo(best);
            }
            var last = 0;
            for (var label = 1; label < labels; label++)
            {
                if (best[label] > best[last]) last = label;
            }
            for (var i = count - 1; i >= 0; i--)
            {
                path[i] = (byte)last;
                last = back[i * labels + last];
            }
            Collect(path.AsSpan(0, count), tokens, sentence.FirstToken, names);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(back);
            System.Buffers.ArrayPool<byte>.Shared.Return(path);
        }
    }

    private static void Collect(ReadOnlySpan<byte> path, IReadOnlyList<Token> tokens, int first, List<Name> names)
    {
        for (var i = 0; i < path.Length;)
        {
            if (path[i] == 0)
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < path.Length && NameLabels.IsFollowing(path[end])) end++;
            names.Add(new Name(first + i, first + end, new TextSpan(tokens[first + i].Start, tokens[first + end - 1].End), NameLabels.Type(path[i])));
            i = end;
        }
    }
}
