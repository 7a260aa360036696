namespace OnRecord.Lab.Train.Transformer;

/// <summary>A matrix that stands somewhere in an array, row by row or, transposed, column by column.</summary>
/// <param name="Values">The array.</param>
/// <param name="Start">Where the matrix begins.</param>
/// <param name="RowStep">How far a row is from the next.</param>
/// <param name="ColumnStep">How far a column is from the next.</param>
internal readonly record struct MatrixView(float[] Values, int Start, int RowStep, int ColumnStep)
{
    /// <summary>A matrix whose rows stand one after the other.</summary>
    public MatrixView(float[] values, int columns) : this(values, 0, columns, 1)
    {
    }

    public MatrixView Transposed => this with { RowStep = ColumnStep, ColumnStep = RowStep };

    /// <summary>The matrix from a row on.</summary>
    public MatrixView From(int row) => this with { Start = Start + row * RowStep };
}
