using System.Buffers;
using System.Runtime.InteropServices;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>
/// Finds the sources, cues and contents of a document: a conditional random field over each paragraph, whose scores are
/// those of hashed features and of a recurrent network, pooled. Immutable; safe to share between threads.
/// </summary>
internal sealed class AttributionTagger
{
    private readonly FeatureWeights? weights;
    private readonly RoleNetwork network;
    private readonly LinearChain chain;
    private readonly float shareOfFeatures;
    private readonly float shareOfNetwork;

    public AttributionTagger(ModelFile file, WordVectors vectors)
    {
        file.RequireFeatureSet(Identity);
        network = new RoleNetwork(file, vectors);
        Cues = CueLexicon.Read(file);
        var shares = MemoryMarshal.Cast<byte, float>(file.Section("pool").Span);
        (shareOfFeatures, shareOfNetwork) = (shares[0], shares[1]);
        var pooled = MemoryMarshal.Cast<byte, float>(file.Section("network.chain").Span).ToArray();
        for (var i = 0; i < pooled.Length; i++) pooled[i] *= shareOfNetwork;
        if (shareOfFeatures > 0)
        {
            weights = FeatureWeights.Read(file, "features");
            var ofFeatures = MemoryMarshal.Cast<byte, float>(file.Section("features.chain").Span);
            for (var i = 0; i < pooled.Length; i++) pooled[i] += shareOfFeatures * ofFeatures[i];
        }
        chain = new LinearChain(RoleSpan.Roles, pooled[..RoleSpan.Roles], pooled[RoleSpan.Roles..]);
    }

    /// <summary>Names everything in the file that code computes features for.</summary>
    public static string Identity => AttributionFeatures.Identity + "+" + RoleInputs.Identity + "+" + LinkFeatures.Identity;

    public CueLexicon Cues { get; }

    /// <summary>The spans of a document, in order. Furniture has none.</summary>
    public List<RoleSpan> Tag(TokenAttributes tokens)
    {
        var spans = new List<RoleSpan>();
        foreach (var (first, end, isFirst) in Passages.Of(tokens.Analysis)) TagPassage(tokens, first, end, isFirst, spans);
        return spans;
    }

    /// <summary>Adds the spans of a run of tokens that is read as one.</summary>
    public void TagPassage(TokenAttributes tokens, int first, int end, bool isFirst, List<RoleSpan> spans)
    {
        var n = end - first;
        var scores = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var marginals = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var roles = ArrayPool<byte>.Shared.Rent(n);
        try
        {
            var used = scores.AsSpan(0, n * RoleSpan.Roles);
            used.Clear();
            if (weights is not null) AddFeatureScores(tokens, first, end, isFirst, used);
            network.AddScores(tokens, first, end, isFirst, shareOfNetwork, used);
            chain.Decode(used, roles.AsSpan(0, n));
            if (roles.AsSpan(0, n).ContainsAnyExcept((byte)Role.None))
            {
                chain.Marginals(used, marginals.AsSpan(0, used.Length));
                for (var i = 0; i < n; i++) marginals[i] = marginals[i * RoleSpan.Roles + roles[i]];
                RoleSpan.Collect(roles.AsSpan(0, n), marginals.AsSpan(0, n), first, spans);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<float>.Shared.Return(marginals);
            ArrayPool<byte>.Shared.Return(roles);
        }
    }

    private void AddFeatureScores(TokenAttributes tokens, int first, int end, bool isFirst, Span<float> scores)
    {
        var features = new AttributionFeatures(tokens, first, end, isFirst);
        Span<uint> buffer = stackalloc uint[AttributionFeatures.MostFeatures];
        for (var i = first; i < end; i++)
        {
            var count = features.Fill(i, buffer);
            weights!.AddScores(buffer[..count], scores.Slice((i - first) * RoleSpan.Roles, RoleSpan.Roles));
        }
        for (var i = 0; i < scores.Length; i++) scores[i] *= shareOfFeatures;
    }
}
