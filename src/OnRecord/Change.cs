namespace OnRecord;

/// <summary>The direction in which something moves.</summary>
public enum Change
{
    /// <summary>No change is told.</summary>
    None,

    /// <summary>It grows.</summary>
    Up,

    /// <summary>It shrinks.</summary>
    Down,
}
