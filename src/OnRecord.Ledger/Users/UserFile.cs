using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;
using OnRecord.Ledger.Chain;
using OnRecord.Ledger.Search;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Users;

/// <summary>
/// Who may sign in to a record that is served, with their sessions and tokens, and the trail of what was done. A file of its
/// own beside the ledger: a ledger is copied, given away and proved to strangers, and keeps everything for good, and all of
/// that is wrong for passwords. Of secrets only hashes are kept. Safe to share between threads and processes.
/// </summary>
public sealed class UserFile : IDisposable
{
    private const int SecretLength = 32;
    private const int LongestName = 60;
    private const int LongestPurpose = 200;
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    private readonly Lock gate = new();
    private readonly string path;
    private readonly LedgerConnection connection;
    private readonly TimeProvider time;

    private UserFile(string path, LedgerConnection connection, TimeProvider time) => (this.path, this.connection, this.time) = (path, connection, time);

    /// <summary>The file of a ledger's users: <c>onrecord.db.users</c> beside <c>onrecord.db</c>.</summary>
    public static string PathOf(string ledger) => ledger + ".users";

    /// <summary>Opens the users of a ledger; the file is made where it is missing, for nobody but its owner to read.</summary>
    /// <exception cref="OnRecordException">OR5002 to OR5007: the file cannot be opened.</exception>
    public static UserFile Open(string ledger, TimeProvider time) => new(PathOf(ledger), UserSchema.Open(PathOf(ledger)), time);

    /// <summary>Whether somebody is an administrator.</summary>
    public bool HasAdministrator => Users().Any(user => user.Role == Role.Administrator);

    /// <summary>The users, by name.</summary>
    public IReadOnlyList<UserRow> Users() => Ask(() => UsersOf(connection.Query("SELECT name, role, added FROM users ORDER BY name")));

    /// <summary>Adds a user.</summary>
    /// <exception cref="OnRecordException">OR7006: there is one of that name, or the name or the password is none that is taken.</exception>
    public void Add(string name, Role role, string password)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name != name.Trim()) throw Refused($"'{name}' is no name for a user. Take one of 1 to 60 characters, without spaces at its ends.");
        Password.Check(password);
        var salt = Password.Salt();
        var hash = Password.Hash(password, salt, Password.Iterations);
        Write(() =>
        {
            if (UserOf(name) is not null) throw Refused($"There is a user '{name}' already. 'onrecord user password' changes the password.");
            connection.Run("INSERT INTO users (name, role, salt, iterations, hash, added) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", name, RecordWords<Role>.Of(role), salt, (long)Password.Iterations, hash, Now());
            Trail(name, "was added", RecordWords<Role>.Of(role));
        });
    }

    /// <summary>Takes a user away, with all sessions, tokens, searches and webhooks.</summary>
    /// <exception cref="OnRecordException">OR7006: there is none of that name.</exception>
    public void Remove(string name) => Write(() =>
    {
        Needed(name);
        connection.Run("DELETE FROM users WHERE name = ?1", name);
        connection.Run("DELETE FROM searches WHERE user = ?1", name);
        Trail(name, "was removed", null);
    });

    /// <summary>Gives a user another password, and ends the user's sessions.</summary>
    /// <exception cref="OnRecordException">OR7006: there is none of that name, or the password is none that is taken.</exception>
    public void ChangePassword(string name, string password)
    {
        Password.Check(password);
        var salt = Password.Salt();
        var hash = Password.Hash(password, salt, Password.Iterations);
        Write(() =>
        {
            Needed(name);
            connection.Run("UPDATE users SET salt = ?2, iterations = ?3, hash = ?4 WHERE name = ?1", name, salt, (long)Password.Iterations, hash);
            connection.Run("DELETE FROM sessions WHERE user = ?1", name);
            Trail(name, "got another password", null);
        });
    }

    /// <summary>Begins a session for somebody who gives the right password. It takes as long for a name that nobody has.</summary>
    /// <returns>The secret of the session; null where name and password are not those of a user.</returns>
    public string? SignIn(string name, string password)
    {
        var (salt, iterations, kept) = Ask(() =>
        {
            var rows = connection.Query("SELECT salt, iterations, hash FROM users WHERE name = ?1", name);
            var found = rows.Next() ? (rows.Bytes(0), (int)rows.Number(1), rows.Bytes(2)) : ([], Password.Iterations, Array.Empty<byte>());
            rows.Reset();
            return found;
        });
        var isRight = CryptographicOperations.FixedTimeEquals(Password.Hash(password, salt, iterations), kept);
        var secret = isRight ? Secret() : null;
        Write(() =>
        {
            connection.Run("DELETE FROM sessions WHERE ends < ?1", Now());
            if (secret is not null) connection.Run("INSERT INTO sessions (secret_sha256, user, ends) VALUES (?1, ?2, ?3)", HashOf(secret), name, Moment(time.GetUtcNow() + SessionLength));
            Trail(name.Length > LongestName ? name[..LongestName] : name, secret is null ? "was refused" : "signed in", null);
        });
        return secret;
    }

    /// <summary>Whose session it is; null where it has ended or never was.</summary>
    public UserRow? OfSession(string secret) => Ask(() =>
        UsersOf(connection.Query("SELECT u.name, u.role, u.added FROM sessions AS s JOIN users AS u ON u.name = s.user WHERE s.secret_sha256 = ?1 AND s.ends > ?2", HashOf(secret), Now())).FirstOrDefault());

    /// <summary>Ends a session.</summary>
    public void SignOut(string secret) => Write(() =>
    {
        if (connection.Text("SELECT user FROM sessions WHERE secret_sha256 = ?1", HashOf(secret)) is not { } name) return;
        connection.Run("DELETE FROM sessions WHERE secret_sha256 = ?1", HashOf(secret));
        Trail(name, "signed out", null);
    });

    /// <summary>Makes a token.</summary>
    /// <returns>The token and its secret, which is shown this once.</returns>
    /// <exception cref="OnRecordException">OR7006: there is no such user, or the user may not do as much.</exception>
    public (TokenRow Token, string Secret) AddToken(string user, Role role, string purpose, DateTimeOffset? ends)
    {
        if (purpose.Length is 0 or > LongestPurpose) throw Refused("A token's purpose has 1 to 200 characters. Say what it is for.");
        var secret = Secret();
        var token = new TokenRow { Id = Convert.ToHexStringLower(HashOf(secret))[..8], User = user, Role = role, Purpose = purpose, Made = time.GetUtcNow(), Ends = ends };
        Write(() =>
        {
            if (Needed(user).Role < role) throw Refused($"'{user}' is no {RecordWords<Role>.Of(role)}, and a token may do no more than its user. Give a smaller --role.");
            connection.Run(
                "INSERT INTO tokens (id, secret_sha256, user, role, purpose, made, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                token.Id, HashOf(secret), user, RecordWords<Role>.Of(role), purpose, Moment(token.Made), ends is { } last ? Moment(last) : null);
            Trail(user, "got a token", token.Id);
        });
        return (token, secret);
    }

    /// <summary>The tokens, by the name of the user.</summary>
    public IReadOnlyList<TokenRow> Tokens() => Ask(() => TokensOf(connection.Query("SELECT id, user, role, purpose, made, ends FROM tokens ORDER BY user, made, id")));

    /// <summary>In whose name and for what a token may be used; null where it is none, or has ended. It may do no more than its user may now.</summary>
    public UserRow? OfToken(string secret) => Ask(() =>
    {
        var found = TokensOf(connection.Query("SELECT id, user, role, purpose, made, ends FROM tokens WHERE secret_sha256 = ?1 AND (ends IS NULL OR ends > ?2)", HashOf(secret), Now()));
        return found.Count == 0 || UserOf(found[0].User) is not { } user ? null : user with { Role = (Role)Math.Min((int)user.Role, (int)found[0].Role) };
    });

    /// <summary>Takes a token away.</summary>
    /// <exception cref="OnRecordException">OR7006: there is none.</exception>
    public void RevokeToken(string id) => Write(() =>
    {
        var user = connection.Text("SELECT user FROM tokens WHERE id = ?1", id) ?? throw Refused($"There is no token '{id}'. 'onrecord token list' shows them.");
        connection.Run("DELETE FROM tokens WHERE id = ?1", id);
        Trail(user, "lost a token", id);
    });

    /// <summary>Notes something that a user did.</summary>
    public void Note(string user, string deed, string? about) => Write(() => Trail(user, deed, about));

    /// <summary>What was done last, the last first.</summary>
    public IReadOnlyList<TrailRow> Trail(int size) => Ask(() =>
    {
        var rows = connection.Query("SELECT number, moment, user, deed, about FROM trail ORDER BY number DESC LIMIT ?1", (long)size);
        var trail = new List<TrailRow>();
        while (rows.Next()) trail.Add(new TrailRow(rows.Number(0), RunCatalogue.Moment(rows.Text(1)), rows.Text(2), rows.Text(3), rows.TextOrNull(4)));
        return trail;
    });

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) connection.Dispose();
    }

    private UserRow Needed(string name) => UserOf(name) ?? throw Refused($"There is no user '{name}'. 'onrecord user list' shows them.");

    private UserRow? UserOf(string name) => UsersOf(connection.Query("SELECT name, role, added FROM users WHERE name = ?1", name)).FirstOrDefault();

    private static List<UserRow> UsersOf(Statement rows)
    {
        var users = new List<UserRow>();
        while (rows.Next()) users.Add(new UserRow(rows.Text(0), RecordWords<Role>.Read(rows.Text(1)), RunCatalogue.Moment(rows.Text(2))));
        return users;
    }

    private static List<TokenRow> TokensOf(Statement rows)
    {
        var tokens = new List<TokenRow>();
        while (rows.Next())
        {
            tokens.Add(new TokenRow
            {
                Id = rows.Text(0),
                User = rows.Text(1),
                Role = RecordWords<Role>.Read(rows.Text(2)),
                Purpose = rows.Text(3),
                Made = RunCatalogue.Moment(rows.Text(4)),
                Ends = rows.TextOrNull(5) is { } ends ? RunCatalogue.Moment(ends) : null,
            });
        }
        return tokens;
    }

    private void Trail(string user, string deed, string? about) =>
        connection.Run("INSERT INTO trail (moment, user, deed, about) VALUES (?1, ?2, ?3, ?4)", Now(), WellFormed.Of(user), deed, about);

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

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength));

    // A secret of 256 random bits needs no salt and no slow hash: there is nothing to guess.
    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private string Now() => Moment(time.GetUtcNow());

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static OnRecordException Refused(string message) => new(DiagnosticCodes.UserRefused, message);
}
