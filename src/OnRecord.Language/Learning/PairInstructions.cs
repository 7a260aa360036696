namespace OnRecord.Language.Learning;

/// <summary>The instructions that a product of a <see cref="QuantisedMatrix"/> is made by.</summary>
internal enum PairInstructions
{
    /// <summary>Those of any processor, or AVX2.</summary>
    Multiplied,

    /// <summary>Products and their sum in one (AVX-VNNI).</summary>
    Added,

    /// <summary>Twice as wide (AVX-512BW).</summary>
    Wide,
}
