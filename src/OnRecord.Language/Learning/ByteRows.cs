namespace OnRecord.Language.Learning;

/// <summary>Rows in whole numbers on their way into a product of a <see cref="ByteMatrix"/>.</summary>
internal readonly unsafe struct ByteRows(byte* values, float* units, int groups, int count)
{
    /// <summary>What one unit of each row's whole numbers stands for.</summary>
    public float* Units { get; } = units;

    /// <summary>How many times four numbers a row has.</summary>
    public int Groups { get; } = groups;

    /// <summary>How many rows there are.</summary>
    public int Count { get; } = count;

    /// <summary>The bytes of a panel of the matrix.</summary>
    public int PanelSize => Groups * ByteMatrix.Together * ByteMatrix.Panel;

    /// <summary>A row, four numbers in one.</summary>
    public int* this[int row] => (int*)values + row * Groups;
}
