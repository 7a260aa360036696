namespace OnRecord.Ledger.Users;

/// <summary>A search that somebody keeps under a name. Immutable.</summary>
/// <param name="Id">What it is called in addresses; it says nothing of other searches.</param>
/// <param name="Name">The name.</param>
/// <param name="Query">The filters, as the query of an address: <c>q=harbour&amp;kind=direct</c>.</param>
/// <param name="Saved">When it was saved.</param>
public sealed record SavedSearch(string Id, string Name, string Query, DateTimeOffset Saved);
