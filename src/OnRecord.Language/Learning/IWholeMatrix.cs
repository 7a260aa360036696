namespace OnRecord.Language.Learning;

/// <summary>A matrix in whole numbers, for products with rows that are brought to whole numbers as well.</summary>
internal interface IWholeMatrix
{
    /// <summary>The length of the vectors that the matrix takes.</summary>
    int Rows { get; }

    /// <summary>The length of the vectors that it gives.</summary>
    int Columns { get; }

    /// <summary>Multiplies row vectors with the matrix. A vector's product does not depend on the vectors beside it.</summary>
    /// <param name="vectors">The vectors, one after the other, <c>count * Rows</c>.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="products">Takes the products, <c>count * Columns</c>.</param>
    /// <param name="bias">What the products are added to, a number a column; empty for nought.</param>
    void Multiply(ReadOnlySpan<float> vectors, int count, Span<float> products, ReadOnlySpan<float> bias = default);
}
