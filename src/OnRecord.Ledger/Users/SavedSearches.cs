using System.Globalization;
using System.Security.Cryptography;
using OnRecord.Language;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Users;

/// <summary>
/// The searches that users keep, in the file of users: what somebody looks for is theirs, and no part of a record that is given
/// away. Every question names the user who asks; there is none that finds a search of another. Safe to share between threads.
/// </summary>
public sealed class SavedSearches : IDisposable
{
    private const int LongestName = 100;
    private const int LongestQuery = 2000;
    private const int MostOfAUser = 200;
    private const int IdBytes = 8;

    private readonly Lock gate = new();
    private readonly string path;
    private readonly LedgerConnection connection;
    private readonly TimeProvider time;

    private SavedSearches(string path, LedgerConnection connection, TimeProvider time) => (this.path, this.connection, this.time) = (path, connection, time);

    /// <summary>Opens the searches of a ledger's users; the file is made where it is missing, for nobody but its owner to read.</summary>
    /// <exception cref="OnRecordException">OR5002 to OR5007: the file cannot be opened.</exception>
    public static SavedSearches Open(string ledger, TimeProvider time) => new(UserFile.PathOf(ledger), UserSchema.Open(UserFile.PathOf(ledger)), time);

    /// <summary>Keeps a search.</summary>
    /// <exception cref="OnRecordException">OR7006: it has no name, or too long a name or query, or the user keeps 200 already.</exception>
    public SavedSearch Save(string user, string name, string query)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw Refused("A search is saved under a name of 1 to 100 characters. Give one.");
        if (query.Length > LongestQuery) throw Refused("The search is longer than what is kept. Leave some of its words out.");
        var search = new SavedSearch(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), name, query, time.GetUtcNow());
        Write(() =>
        {
            if (connection.Number("SELECT count(*) FROM searches WHERE user = ?1", user) >= MostOfAUser) throw Refused("You keep 200 searches already. Remove one first.");
            connection.Run(
                "INSERT INTO searches (id, user, name, query, saved) VALUES (?1, ?2, ?3, ?4, ?5)",
                search.Id, user, name, query, search.Saved.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        });
        return search;
    }

    /// <summary>The searches of a user, by name.</summary>
    public IReadOnlyList<SavedSearch> Of(string user) => Ask(() => Read(connection.Query("SELECT id, name, query, saved FROM searches WHERE user = ?1 ORDER BY name, id", user)));

    /// <summary>A search of a user; null where that user keeps none of that identifier.</summary>
    public SavedSearch? Find(string user, string id) => Ask(() => Read(connection.Query("SELECT id, name, query, saved FROM searches WHERE user = ?1 AND id = ?2", user, id)).FirstOrDefault());

    /// <summary>Lets go of a search of a user.</summary>
    /// <returns>Whether that user kept one of that identifier.</returns>
    public bool Remove(string user, string id)
    {
        var isFound = Find(user, id) is not null;
        Write(() => connection.Run("DELETE FROM searches WHERE user = ?1 AND id = ?2", user, id));
        return isFound;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    private static List<SavedSearch> Read(Statement rows)
    {
        var searches = new List<SavedSearch>();
        while (rows.Next()) searches.Add(new SavedSearch(rows.Text(0), rows.Text(1), rows.Text(2), RunCatalogue.Moment(rows.Text(3))));
        return searches;
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

    private static OnRecordException Refused(string message) => new(DiagnosticCodes.UserRefused, message);
}
