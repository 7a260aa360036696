namespace OnRecord.Formats;

/// <summary>What the positions in an output count.</summary>
public enum OffsetUnit
{
    /// <summary>Unicode code points, as Python counts the characters of a string. The default.</summary>
    CodePoint,

    /// <summary>UTF-16 units, as .NET, Java and JavaScript count the characters of a string.</summary>
    Utf16,
}
