namespace OnRecord.Formats.Parquet;

/// <summary>The numbers by which Parquet calls things (parquet.thrift of Apache Parquet Format 2.10).</summary>
internal static class Terms
{
    public const int DataPage = 0;

    public const int Plain = 0;
    public const int RunLength = 3;

    public const int Gzip = 2;

    public const int Required = 0;
    public const int Optional = 1;

    /// <summary>The field of <c>LogicalType</c> for text.</summary>
    public const int StringLogical = 1;

    /// <summary>The field of <c>LogicalType</c> for days.</summary>
    public const int DateLogical = 6;

    /// <summary>The physical type of a column.</summary>
    public static int PhysicalOf(ColumnType type) => type switch
    {
        ColumnType.Day or ColumnType.Whole => 1,
        ColumnType.Real => 5,
        _ => 6,
    };

    /// <summary>The older word for a logical type, which older readers look for; null for none.</summary>
    public static int? ConvertedOf(ColumnType type) => type switch
    {
        ColumnType.Text => 0,
        ColumnType.Day => 6,
        _ => null,
    };
}
