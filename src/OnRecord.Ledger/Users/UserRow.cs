namespace OnRecord.Ledger.Users;

/// <summary>One who may sign in. Immutable.</summary>
/// <param name="Name">The name, which stands at every decision.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Added">When the user was added.</param>
public sealed record UserRow(string Name, Role Role, DateTimeOffset Added);
