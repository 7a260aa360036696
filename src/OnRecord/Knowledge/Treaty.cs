namespace OnRecord.Knowledge;

/// <summary>What is known of a treaty besides its names.</summary>
internal sealed class Treaty
{
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public PartialDay? Signed { get; init; }

    public PartialDay? InForce { get; init; }

    public PartialDay? Ended { get; init; }

    /// <summary>What it forbids or obliges, in a sentence.</summary>
    public required string Provision { get; init; }

    /// <summary>Its figures, "what: comparison value unit" each: "range: 500-5500 km".</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>The parties by the listing of the table; those that are bound on a day are asked of <see cref="WorldKnowledge"/>.</summary>
    public IReadOnlyList<TreatyParty> Parties { get; init; } = [];
}
