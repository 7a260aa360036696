namespace OnRecord;

/// <summary>A person, state, body or accord as it is known over documents. Two parties are the same where their keys are. Immutable.</summary>
/// <param name="Key">Its key in the knowledge, or its name where only documents know it; what the user merged has one key.</param>
/// <param name="Name">What to call it.</param>
public sealed record Party(string Key, string Name)
{
    /// <summary>What it is.</summary>
    public EntityType Type { get; init; } = EntityType.Other;

    /// <summary>Whether both have the same key, whatever they are called.</summary>
    public bool Equals(Party? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
