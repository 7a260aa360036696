using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Pipelines;

namespace OnRecord.Server.Adding;

/// <summary>What documents are read with: the weights and, with the knowledge that ships, the facts that were added to the ledger. Immutable.</summary>
/// <param name="Facts">The facts that were added, in order.</param>
/// <param name="Pipeline">The pipeline that knows them.</param>
/// <param name="Checksums">The versions that a record of what it reads keeps.</param>
internal sealed record Equipment(IReadOnlyList<AddedFacts> Facts, Pipeline Pipeline, IReadOnlyDictionary<string, string> Checksums)
{
    /// <summary>The equipment for a ledger as it stands.</summary>
    public static Equipment Of(ServerOptions options, IReadOnlyList<AddedFacts> facts)
    {
        var world = facts.Count > 0 ? WorldKnowledge.With(facts) : null;
        return new Equipment(facts, StandardPipeline.Create(options.Models, world: world), StandardPipeline.Checksums(options.Models, world: world));
    }

    /// <summary>Whether the facts of a ledger are still these.</summary>
    public bool HasAll(IReadOnlyList<AddedFacts> facts) => Facts.Select(f => (f.Concept, f.Table)).SequenceEqual(facts.Select(f => (f.Concept, f.Table)));
}
