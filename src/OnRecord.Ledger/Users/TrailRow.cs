namespace OnRecord.Ledger.Users;

/// <summary>Something that was done with users, sessions and tokens, or in their name. Immutable.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Moment">When.</param>
/// <param name="User">Who did it, or tried to.</param>
/// <param name="Deed">What, such as <c>signed in</c>.</param>
/// <param name="About">What it was done to; null where nothing else is to be said.</param>
public sealed record TrailRow(long Number, DateTimeOffset Moment, string User, string Deed, string? About);
