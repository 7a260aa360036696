using OnRecord.Ledger.Users;
using OnRecord.Server;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>A ledger served to those who sign in, with one user of each role and a token for each. Shared by the tests of a class.</summary>
public sealed class GuardedRecord : IAsyncLifetime
{
    public const string Password = "correct horse battery";
    public const string Site = "https://record.example.org";

    // A name is put into pages by an administrator's account: it must stay a name.
    public const string Reviewer = "<script>alert('sam')</script>";

    private readonly LedgerFolder folder = new();
    private readonly Dictionary<Role, string> tokens = [];
    // The tests of a class run one after the other.
    private readonly Dictionary<string, string> cookies = [];
    private RecordServer? server;

    internal LedgerFolder Ledger => folder;

    internal IReadOnlyList<string> Routes => server!.Routes;

    public async ValueTask InitializeAsync()
    {
        folder.Record(SampleReadings.Harbour());
        using (var users = UserFile.Open(folder.File, StillTime.Noon))
        {
            foreach (var (name, role) in new[] { ("vera", Role.Administrator), (Reviewer, Role.Reviewer), ("rita", Role.Reader) })
            {
                users.Add(name, role, Password);
                tokens[role] = users.AddToken(name, role, "tests", null).Secret;
            }
        }
        var options = ServedRecord.Options(folder.File);
        server = await RecordServer.Start(new ServerOptions { Ledger = options.Ledger, Addresses = options.Addresses, Site = new Uri(Site), Models = options.Models, Program = options.Program, User = options.User, Time = options.Time });
    }

    public string TokenOf(Role role) => tokens[role];

    /// <summary>Sends a request with the headers given, each as "Name: value".</summary>
    internal async Task<HttpResponseMessage> Send(HttpMethod method, string address, HttpContent? content, params string[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server!.Addresses[0]) };
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ", 2)[1]);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs in, once for each name: attempts are counted.</summary>
    /// <returns>The cookie of the session, as a header.</returns>
    internal async Task<string> SignIn(string name)
    {
        if (cookies.TryGetValue(name, out var known)) return known;
        using var form = new FormUrlEncodedContent([new("name", name), new("password", Password)]);
        using var answer = await Send(HttpMethod.Post, "/sign-in", form, "Origin: " + Site);
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.SeeOther);
        return cookies[name] = "Cookie: " + answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
