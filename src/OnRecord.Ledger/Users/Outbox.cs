using System.Globalization;
using System.Security.Cryptography;
using OnRecord.Language;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Users;

/// <summary>
/// What is to be sent to webhooks, in the file of users, so that it is sent also when the server was stopped meanwhile. A delivery
/// that is taken out is counted as tried and comes back after a while unless something is said of it: a server that is killed
/// loses none, and two servers of one ledger do not send the same at once. Safe to share between threads and processes.
/// </summary>
public sealed class Outbox : IDisposable
{
    // Of those that are done with, so many are kept for who looks what became of them.
    private const int MostKept = 50;

    private const int IdBytes = 16;

    // An attempt is over long before.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string Due = """
        SELECT d.id, w.address, d.body, w.secret, CASE WHEN w.previous_until > ?1 THEN w.previous_secret END, d.attempts, d.statements
        FROM deliveries AS d JOIN webhooks AS w ON w.id = d.webhook
        """;

    private readonly Lock gate = new();
    private readonly string path;
    private readonly LedgerConnection connection;
    private readonly TimeProvider time;

    private Outbox(string path, LedgerConnection connection, TimeProvider time) => (this.path, this.connection, this.time) = (path, connection, time);

    /// <summary>Opens the outbox of a ledger's users; the file is made where it is missing, for nobody but its owner to read.</summary>
    /// <exception cref="OnRecordException">OR5002 to OR5007: the file cannot be opened.</exception>
    public static Outbox Open(string ledger, TimeProvider time) => new(UserFile.PathOf(ledger), UserSchema.Open(UserFile.PathOf(ledger)), time);

    /// <summary>
    /// Puts messages in for a webhook and notes how far its search was looked through, both or neither. Where another process has
    /// looked further meanwhile, nothing is done.
    /// </summary>
    /// <param name="webhook">The webhook as it was when the search was looked through.</param>
    /// <param name="seen">The number of the last statement that was looked at.</param>
    /// <param name="messages">The bodies, the first to be sent first, each with how many statements it tells of.</param>
    public void Put(Webhook webhook, long seen, IReadOnlyList<(byte[] Body, int Statements)> messages) => Write(() =>
    {
        if (connection.Number("SELECT seen FROM webhooks WHERE id = ?1", webhook.Id) != webhook.Seen) return;
        connection.Run("UPDATE webhooks SET seen = ?2 WHERE id = ?1", webhook.Id, seen);
        foreach (var (body, statements) in messages) Put(webhook.Id, body, statements);
    });

    /// <summary>Puts a test in.</summary>
    /// <returns>Its identifier.</returns>
    public string PutTest(Webhook webhook, byte[] body)
    {
        var id = "";
        Write(() => id = Put(webhook.Id, body, 0));
        return id;
    }

    /// <summary>The deliveries of a webhook of a user that wait or were made last, the last first.</summary>
    public IReadOnlyList<Delivery> Of(string user, string webhook) => Ask(() =>
    {
        var rows = connection.Query(
            "SELECT d.id, d.statements, d.made, d.state, d.attempts, d.next, d.reason FROM deliveries AS d JOIN webhooks AS w ON w.id = d.webhook WHERE w.user = ?1 AND w.id = ?2 ORDER BY d.number DESC", user, webhook);
        var deliveries = new List<Delivery>();
        while (rows.Next())
        {
            var state = DeliveryWords.Read(rows.Text(3));
            deliveries.Add(new Delivery
            {
                Id = rows.Text(0),
                Statements = rows.Number(1),
                Made = RunCatalogue.Moment(rows.Text(2)),
                State = state,
                Attempts = rows.Number(4),
                Next = state == DeliveryState.Waiting ? RunCatalogue.Moment(rows.Text(5)) : null,
                Reason = rows.TextOrNull(6),
            });
        }
        return deliveries;
    });

    /// <summary>Takes those out that are due, what has waited longest first. Webhooks that are held back are passed over.</summary>
    public IReadOnlyList<DueDelivery> Take(int most) => Taken($"{Due} WHERE d.state = '{DeliveryWords.Waiting}' AND w.is_paused = 0 AND d.next <= ?1 ORDER BY d.next, d.number LIMIT ?2", (long)most);

    /// <summary>Takes one out, due or not; null where it is not waiting.</summary>
    public DueDelivery? Take(string id) => Taken($"{Due} WHERE d.state = '{DeliveryWords.Waiting}' AND d.id = ?2", id).FirstOrDefault();

    /// <summary>Notes that a delivery was taken by its receiver.</summary>
    public void Delivered(string id) => Write(() =>
    {
        connection.Run($"UPDATE deliveries SET state = '{DeliveryWords.Delivered}', reason = NULL WHERE id = ?1", id);
        Forget(id);
    });

    /// <summary>Notes that an attempt failed.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="reason">Why, in words for its user.</param>
    /// <param name="next">When it is tried again; null for never.</param>
    public void Failed(string id, string reason, DateTimeOffset? next) => Write(() =>
    {
        if (next is { } moment)
        {
            connection.Run("UPDATE deliveries SET reason = ?2, next = ?3 WHERE id = ?1", id, reason, Moment(moment));
            return;
        }
        connection.Run($"UPDATE deliveries SET state = '{DeliveryWords.Failed}', reason = ?2 WHERE id = ?1", id, reason);
        Forget(id);
    });

    /// <summary>Holds the webhook of a delivery back, because its receiver says that it is there no more.</summary>
    public void HoldBack(string id) => Write(() => connection.Run("UPDATE webhooks SET is_paused = 1 WHERE id = (SELECT webhook FROM deliveries WHERE id = ?1)", id));

    /// <summary>Lets a failed delivery of a user be tried anew, under the same identifier.</summary>
    /// <returns>Whether that user has a failed one of that identifier.</returns>
    public bool Again(string user, string webhook, string id)
    {
        var isFound = false;
        Write(() =>
        {
            isFound = connection.Number($"SELECT 1 FROM deliveries AS d JOIN webhooks AS w ON w.id = d.webhook WHERE w.user = ?1 AND w.id = ?2 AND d.id = ?3 AND d.state = '{DeliveryWords.Failed}'", user, webhook, id) is not null;
            if (isFound) connection.Run($"UPDATE deliveries SET state = '{DeliveryWords.Waiting}', attempts = 0, next = ?2 WHERE id = ?1", id, Moment(time.GetUtcNow()));
        });
        return isFound;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Put(string webhook, byte[] body, int statements)
    {
        var id = "msg_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var now = Moment(time.GetUtcNow());
        connection.Run($"INSERT INTO deliveries (id, webhook, body, statements, made, state, attempts, next) VALUES (?1, ?2, ?3, ?4, ?5, '{DeliveryWords.Waiting}', 0, ?5)", id, webhook, body, statements, now);
        return id;
    }

    private List<DueDelivery> Taken(string question, object which)
    {
        var due = new List<DueDelivery>();
        Write(() =>
        {
            var rows = connection.Query(question, Moment(time.GetUtcNow()), which);
            while (rows.Next())
            {
                due.Add(new DueDelivery
                {
                    Id = rows.Text(0),
                    Address = new Uri(rows.Text(1), UriKind.Absolute),
                    Body = rows.Bytes(2),
                    Secrets = rows.IsNull(4) ? [rows.Bytes(3)] : [rows.Bytes(3), rows.Bytes(4)],
                    Attempt = (int)rows.Number(5) + 1,
                    IsTest = rows.Number(6) == 0,
                });
            }
            var back = Moment(time.GetUtcNow() + Lease);
            foreach (var delivery in due) connection.Run("UPDATE deliveries SET attempts = attempts + 1, next = ?2 WHERE id = ?1", delivery.Id, back);
        });
        return due;
    }

    private void Forget(string id) => connection.Run($"""
        DELETE FROM deliveries WHERE webhook = (SELECT webhook FROM deliveries WHERE id = ?1) AND state <> '{DeliveryWords.Waiting}' AND number NOT IN (
            SELECT k.number FROM deliveries AS k WHERE k.webhook = (SELECT webhook FROM deliveries WHERE id = ?1) AND k.state <> '{DeliveryWords.Waiting}' ORDER BY k.number DESC LIMIT {MostKept})
        """, id);

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
