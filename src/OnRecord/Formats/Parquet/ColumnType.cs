namespace OnRecord.Formats.Parquet;

/// <summary>What a column holds.</summary>
internal enum ColumnType
{
    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>A day, counted from 1970.</summary>
    Day,

    /// <summary>A whole number of 32 bits.</summary>
    Whole,

    /// <summary>A number of 64 bits with a point.</summary>
    Real,
}
