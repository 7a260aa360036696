namespace OnRecord;

/// <summary>What a reading spends its time on.</summary>
public enum ReadingPace
{
    /// <summary>Tags, syntax and names are found first, and who said what is read with them.</summary>
    Accurate,

    /// <summary>For archives: who said what is read from words and marks alone. About twice as fast, and about one statement in a hundred worse.</summary>
    Fast,
}
