using System.Security.Cryptography;
using OnRecord.Language;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Users;

/// <summary>
/// The webhooks that users give their saved searches, in the file of users. Every question of a user names the user; there is none
/// that finds a webhook of another. Secrets are kept as they are, since a message cannot be signed with a hash of one. Safe to share
/// between threads and processes.
/// </summary>
public sealed class Webhooks : IDisposable
{
    private const int MostOfAUser = 20;
    private const int IdBytes = 8;

    // Standard Webhooks asks for 24 to 64.
    private const int SecretBytes = 32;

    // A receiver has so long to learn the new secret: meanwhile every message is signed with both.
    private static readonly TimeSpan Exchange = TimeSpan.FromDays(1);

    private const string Columns = "SELECT id, search, address, made, is_paused, seen FROM webhooks";

    private readonly Lock gate = new();
    private readonly string path;
    private readonly LedgerConnection connection;
    private readonly TimeProvider time;

    private Webhooks(string path, LedgerConnection connection, TimeProvider time) => (this.path, this.connection, this.time) = (path, connection, time);

    /// <summary>Opens the webhooks of a ledger's users; the file is made where it is missing, for nobody but its owner to read.</summary>
    /// <exception cref="OnRecordException">OR5002 to OR5007: the file cannot be opened.</exception>
    public static Webhooks Open(string ledger, TimeProvider time) => new(UserFile.PathOf(ledger), UserSchema.Open(UserFile.PathOf(ledger)), time);

    /// <summary>Gives a saved search an address.</summary>
    /// <param name="user">Who does.</param>
    /// <param name="search">The identifier of a search that the user keeps.</param>
    /// <param name="address">The address; whether it may be sent to is not asked here.</param>
    /// <param name="seen">The number of the last statement there is: what comes after it is told of.</param>
    /// <returns>The webhook and its secret, which is shown this once; null where the user keeps no such search.</returns>
    /// <exception cref="OnRecordException">OR7010: the user has 20 webhooks already.</exception>
    public (Webhook Webhook, string Secret)? Add(string user, string search, Uri address, long seen)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var webhook = new Webhook { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), Search = search, Address = address, Made = time.GetUtcNow(), IsPaused = false, Seen = seen };
        var isKept = false;
        Write(() =>
        {
            if (connection.Number("SELECT count(*) FROM webhooks WHERE user = ?1", user) >= MostOfAUser) throw new OnRecordException(DiagnosticCodes.WebhookRefused, "You have 20 webhooks already. Remove one first.");
            if (connection.Number("SELECT 1 FROM searches WHERE user = ?1 AND id = ?2", user, search) is null) return;
            isKept = true;
            connection.Run(
                "INSERT INTO webhooks (id, search, user, address, secret, made, is_paused, seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
                webhook.Id, search, user, address.OriginalString, secret, Outbox.Moment(webhook.Made), seen);
        });
        return isKept ? (webhook, Shown(secret)) : null;
    }

    /// <summary>The webhooks of a user, in the order they were made.</summary>
    public IReadOnlyList<Webhook> Of(string user) => Ask(() => Read(connection.Query(Columns + " WHERE user = ?1 ORDER BY made, id", user)));

    /// <summary>A webhook of a user; null where that user has none of that identifier.</summary>
    public Webhook? Find(string user, string id) => Ask(() => Read(connection.Query(Columns + " WHERE user = ?1 AND id = ?2", user, id)).FirstOrDefault());

    /// <summary>Takes a webhook of a user away, with its deliveries.</summary>
    /// <returns>Whether that user had one of that identifier.</returns>
    public bool Remove(string user, string id) => Change(user, id, () => connection.Run("DELETE FROM webhooks WHERE user = ?1 AND id = ?2", user, id));

    /// <summary>Holds a webhook of a user back, or lets it go on: what was recorded meanwhile is told of then.</summary>
    /// <returns>Whether that user has one of that identifier.</returns>
    public bool Pause(string user, string id, bool isPaused) =>
        Change(user, id, () => connection.Run("UPDATE webhooks SET is_paused = ?3 WHERE user = ?1 AND id = ?2", user, id, isPaused ? 1 : 0));

    /// <summary>Exchanges the secret of a webhook of a user. For a day messages are signed with the one before as well.</summary>
    /// <returns>The new secret, which is shown this once; null where that user has no webhook of that identifier.</returns>
    public string? Rotate(string user, string id)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var isFound = Change(user, id, () => connection.Run(
            "UPDATE webhooks SET previous_secret = secret, previous_until = ?4, secret = ?3 WHERE user = ?1 AND id = ?2", user, id, secret, Outbox.Moment(time.GetUtcNow() + Exchange)));
        return isFound ? Shown(secret) : null;
    }

    /// <summary>The searches that are watched for anybody, with the webhooks that are not held back. For the server alone, which sends to each what is its own.</summary>
    public IReadOnlyList<WatchedSearch> Watched() => Ask(() =>
    {
        var rows = connection.Query($"""
            SELECT w.id, w.search, w.address, w.made, w.is_paused, w.seen, s.name, s.query, s.saved,
                (SELECT count(*) FROM deliveries AS d WHERE d.webhook = w.id AND d.state = '{DeliveryWords.Waiting}')
            FROM webhooks AS w JOIN searches AS s ON s.id = w.search AND s.user = w.user WHERE w.is_paused = 0 ORDER BY w.made, w.id
            """);
        var watched = new List<WatchedSearch>();
        while (rows.Next()) watched.Add(new WatchedSearch(One(rows), new SavedSearch(rows.Text(1), rows.Text(6), rows.Text(7), RunCatalogue.Moment(rows.Text(8))), rows.Number(9)));
        return watched;
    });

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    private static List<Webhook> Read(Statement rows)
    {
        var webhooks = new List<Webhook>();
        while (rows.Next()) webhooks.Add(One(rows));
        return webhooks;
    }

    private static Webhook One(Statement rows) => new()
    {
        Id = rows.Text(0),
        Search = rows.Text(1),
        Address = new Uri(rows.Text(2), UriKind.Absolute),
        Made = RunCatalogue.Moment(rows.Text(3)),
        IsPaused = rows.Number(4) != 0,
        Seen = rows.Number(5),
    };

    // The form of Standard Webhooks, which its libraries take as it is.
    private static string Shown(byte[] secret) => "whsec_" + Convert.ToBase64String(secret);

    private bool Change(string user, string id, Action change)
    {
        var isFound = false;
        Write(() =>
        {
            isFound = connection.Number("SELECT 1 FROM webhooks WHERE user = ?1 AND id = ?2", user, id) is not null;
            if (isFound) change();
        });
        return isFound;
    }

    private void Write(Action work)
    {
        lock (gate) Opening.Guarded(path, () =>
        {
            connection.Transact(work);
            return 0;
        });
    }

    private T Ask<T>(Func<T> question)
    {
        lock (gate) return Opening.Guarded(path, question);
    }
}
