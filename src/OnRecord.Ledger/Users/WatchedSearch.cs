namespace OnRecord.Ledger.Users;

/// <summary>A saved search whose new statements somebody is to be told of. Immutable.</summary>
/// <param name="Webhook">Whom to tell.</param>
/// <param name="Search">The search.</param>
/// <param name="Waiting">How many deliveries of the webhook wait to be sent.</param>
public sealed record WatchedSearch(Webhook Webhook, SavedSearch Search, long Waiting);
