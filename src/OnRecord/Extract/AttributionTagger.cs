using System.Buffers;
using System.Runtime.InteropServices;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>
/// Finds the sources, cues and contents of a document: a conditional random field over each paragraph, whose scores are
/// those of hashed features and of recurrent networks, pooled. Immutable; safe to share between threads.
/// </summary>
internal sealed class AttributionTagger
{
    // Passages that the networks read side by side: enough for products of whole blocks, little enough to stay near the processor.
    private const int MostTogether = 512;

    // What the networks alone hold as probable as this the features do not change: of a quarter of the tokens they are asked, and dev scores
    // are the same to a tenth of a point. docs/design/attribution.md.
    private const float Certain = 0.9f;

    private readonly FeatureWeights? weights;
    private readonly RoleNetwork[] networks;
    private readonly LinearChain chain;
    private readonly float[] shares;

    public AttributionTagger(ModelFile file, WordVectors vectors)
    {
        file.RequireFeatureSet(Identity);
        Cues = CueLexicon.Read(file);
        // How much the features weigh in the pool, then how much each network.
        shares = MemoryMarshal.Cast<byte, float>(file.Section("pool").Span).ToArray();
        networks = [.. shares.Skip(1).Select((_, i) => new RoleNetwork(file, NetworkName(i), vectors))];
        var pooled = new float[RoleSpan.Roles * (RoleSpan.Roles + 1)];
        if (shares[0] > 0)
        {
            weights = FeatureWeights.Read(file, "features");
            Pool(MemoryMarshal.Cast<byte, float>(file.Section("features.chain").Span), shares[0], pooled);
        }
        for (var i = 0; i < networks.Length; i++) Pool(networks[i].Chain, shares[i + 1], pooled);
        chain = new LinearChain(RoleSpan.Roles, pooled[..RoleSpan.Roles], pooled[RoleSpan.Roles..]);
    }

    /// <summary>The name of a network in the weight file.</summary>
    public static string NetworkName(int index) => FormattableString.Invariant($"network{index + 1}");

    /// <summary>Names everything in the file that code computes features for.</summary>
    public static string Identity => AttributionFeatures.Identity + "+" + RoleInputs.Identity + "+" + LinkFeatures.Identity;

    public CueLexicon Cues { get; }

    /// <summary>The spans of a document, in order. Furniture has none.</summary>
    public List<RoleSpan> Tag(TokenAttributes tokens) => [.. Tag(tokens, Passages.Of(tokens.Analysis)).SelectMany(spans => spans)];

    /// <summary>The spans of each of some passages. What a passage is read as does not depend on those beside it.</summary>
    public List<List<RoleSpan>> Tag(TokenAttributes tokens, IEnumerable<Passage> passages)
    {
        var spans = new List<List<RoleSpan>>();
        var together = new List<Passage>();
        var length = 0;
        foreach (var passage in passages)
        {
            if (length > 0 && length + passage.Length > MostTogether)
            {
                TagTogether(tokens, together, spans);
                together.Clear();
                length = 0;
            }
            together.Add(passage);
            length += passage.Length;
        }
        if (together.Count > 0) TagTogether(tokens, together, spans);
        return spans;
    }

    private void TagTogether(TokenAttributes tokens, List<Passage> passages, List<List<RoleSpan>> spans)
    {
        var n = passages.Sum(p => p.Length);
        var scores = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var marginals = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var goesOn = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles * RoleSpan.Roles);
        try
        {
            scores.AsSpan(0, n * RoleSpan.Roles).Clear();
            for (var i = 0; i < networks.Length; i++) networks[i].AddScores(tokens, passages, shares[i + 1], scores);
            var at = 0;
            foreach (var passage in passages)
            {
                var used = scores.AsSpan(at * RoleSpan.Roles, passage.Length * RoleSpan.Roles);
                var probable = marginals.AsSpan(0, used.Length);
                var goingOn = goesOn.AsSpan(0, used.Length * RoleSpan.Roles);
                chain.Marginals(used, probable, goesOn: goingOn);
                if (weights is not null && AddFeatureScores(tokens, passage, probable, used)) chain.Marginals(used, probable, goesOn: goingOn);
                var found = new List<RoleSpan>();
                SpanDecoder.Decode(marginals, goesOn, passage.Length, passage.First, found);
                spans.Add(found);
                at += passage.Length;
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<float>.Shared.Return(marginals);
            ArrayPool<float>.Shared.Return(goesOn);
        }
    }

    private static void Pool(ReadOnlySpan<float> values, float share, Span<float> pooled)
    {
        for (var i = 0; i < pooled.Length; i++) pooled[i] += share * values[i];
    }

    // The features are asked where the networks leave something in doubt, and everywhere where there is none: whether there was anything.
    private bool AddFeatureScores(TokenAttributes tokens, Passage passage, ReadOnlySpan<float> probable, Span<float> scores)
    {
        var (first, end, isFirst) = passage;
        AttributionFeatures? features = null;
        // The weights of a token's features are on their way while those of the doubtful token before are added.
        Span<uint> next = stackalloc uint[AttributionFeatures.MostFeatures], current = stackalloc uint[AttributionFeatures.MostFeatures];
        Span<float> sums = stackalloc float[RoleSpan.Roles];
        var (count, before) = (0, -1);
        for (var i = first; i <= end; i++)
        {
            if (i < end && networks.Length > 0 && probable.Slice((i - first) * RoleSpan.Roles, RoleSpan.Roles).ContainsAnyInRange(Certain, float.MaxValue)) continue;
            var coming = 0;
            if (i < end)
            {
                features ??= new AttributionFeatures(tokens, first, end, isFirst);
                coming = features.Fill(i, next);
                weights!.Ask(next[..coming]);
            }
            if (before >= 0)
            {
                sums.Clear();
                weights!.AddScores(current[..count], sums);
                for (var role = 0; role < sums.Length; role++) scores[(before - first) * RoleSpan.Roles + role] += shares[0] * sums[role];
            }
            (count, before) = (coming, i);
            var filled = next;
            next = current;
            current = filled;
        }
        features?.Dispose();
        return features is not null;
    }
}
