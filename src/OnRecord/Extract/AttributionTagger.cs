using System.Buffers;
using System.Runtime.InteropServices;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Finds the sources, cues and contents of a document: a linear-chain conditional random field over each paragraph. Immutable; safe to share between threads.</summary>
internal sealed class AttributionTagger
{
    private readonly FeatureWeights weights;
    private readonly LinearChain chain;

    public AttributionTagger(ModelFile file)
    {
        file.RequireFeatureSet(Identity);
        weights = FeatureWeights.Read(file, "roles");
        Cues = CueLexicon.Read(file);
        var table = MemoryMarshal.Cast<byte, float>(file.Section("chain").Span);
        chain = new LinearChain(RoleSpan.Roles, table[..RoleSpan.Roles].ToArray(), table[RoleSpan.Roles..].ToArray());
    }

    /// <summary>Names everything in the file that code computes features for.</summary>
    public static string Identity => AttributionFeatures.Identity + "+" + LinkFeatures.Identity;

    public CueLexicon Cues { get; }

    /// <summary>The spans of a document, in order. Furniture has none.</summary>
    public List<RoleSpan> Tag(TokenAttributes tokens)
    {
        var spans = new List<RoleSpan>();
        foreach (var (first, end, isFirst) in Passages.Of(tokens.Analysis)) TagPassage(tokens, first, end, isFirst, spans);
        return spans;
    }

    private void TagPassage(TokenAttributes tokens, int first, int end, bool isFirst, List<RoleSpan> spans)
    {
        var n = end - first;
        var scores = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var marginals = ArrayPool<float>.Shared.Rent(n * RoleSpan.Roles);
        var roles = ArrayPool<byte>.Shared.Rent(n);
        try
        {
            var features = new AttributionFeatures(tokens, first, end, isFirst);
            Span<uint> buffer = stackalloc uint[AttributionFeatures.MostFeatures];
            Array.Clear(scores, 0, n * RoleSpan.Roles);
            for (var i = 0; i < n; i++)
            {
                var count = features.Fill(first + i, buffer);
                weights.AddScores(buffer[..count], scores.AsSpan(i * RoleSpan.Roles, RoleSpan.Roles));
            }
            var used = scores.AsSpan(0, n * RoleSpan.Roles);
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
}
