namespace OnRecord;

/// <summary>What an allegation does with a charge.</summary>
public enum Stance
{
    /// <summary>Makes it.</summary>
    Accuse,

    /// <summary>Says it is not so.</summary>
    Deny,

    /// <summary>Admits it.</summary>
    Concede,
}
