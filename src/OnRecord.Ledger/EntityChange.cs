namespace OnRecord.Ledger;

/// <summary>A user's word on who is who. It changes what lists and searches show, and no reading; a later one can take it back.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Entity">The key of the entity in the knowledge, or its name where only documents know it.</param>
/// <param name="Target">For a merge, the key or name of the one that it is; for a rename, the name to be used; null for a split.</param>
public sealed record EntityChange(EntityChangeKind Kind, string Entity, string? Target);
