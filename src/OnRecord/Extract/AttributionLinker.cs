using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Groups spans into attributions: each content goes to its best cue, each cue takes its best source. Immutable; safe to share between threads.</summary>
internal sealed class AttributionLinker
{
    // A cue looks this many spans to either side: further ones are never its own in the training texts.
    private const int Reach = 6;

    private readonly FeatureWeights links;

    public AttributionLinker(ModelFile file) => links = FeatureWeights.Read(file, "links");

    /// <summary>The groups of one passage, in order of the cue; contents that belong to no cue stand in groups of their own, after the others.</summary>
    public List<RoleGroup> Link(TokenAttributes tokens, IReadOnlyList<RoleSpan> spans)
    {
        var groups = new List<RoleGroup>();
        var groupOfCue = new Dictionary<int, RoleGroup>();
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Role != Role.CueBegins) continue;
            var group = new RoleGroup { Cue = spans[i] };
            var (source, score) = Best(spans, i, Role.SourceBegins, (cue, other) => Score(tokens, spans, cue, other));
            if (source >= 0)
            {
                group.Source = spans[source];
                group.LinkConfidence *= Probability(score);
            }
            groups.Add(group);
            groupOfCue[i] = group;
        }
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Role != Role.ContentBegins) continue;
            var (cue, score) = Best(spans, i, Role.CueBegins, (content, c) => Score(tokens, spans, c, content));
            if (cue >= 0)
            {
                groupOfCue[cue].Contents.Add(spans[i]);
                groupOfCue[cue].LinkConfidence *= Probability(score);
            }
            else groups.Add(new RoleGroup { Contents = { spans[i] } });
        }
        return groups;
    }

    private static (int Index, float Score) Best(IReadOnlyList<RoleSpan> spans, int from, Role role, Func<int, int, float> score)
    {
        var best = -1;
        var top = 0f;
        for (var i = Math.Max(0, from - Reach); i < Math.Min(spans.Count, from + Reach + 1); i++)
        {
            if (spans[i].Role != role) continue;
            var value = score(from, i);
            if (value <= top) continue;
            top = value;
            best = i;
        }
        return (best, top);
    }

    private float Score(TokenAttributes tokens, IReadOnlyList<RoleSpan> spans, int cue, int other)
    {
        Span<uint> buffer = stackalloc uint[LinkFeatures.MostFeatures];
        Span<float> sum = stackalloc float[1];
        sum.Clear();
        links.AddScores(buffer[..LinkFeatures.Fill(tokens, spans, cue, other, buffer)], sum);
        return sum[0];
    }

    private static float Probability(float score) => 1 / (1 + MathF.Exp(-score));
}
