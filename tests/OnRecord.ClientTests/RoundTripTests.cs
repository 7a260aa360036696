using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using OnRecord.ClientTests.Generated;
using OnRecord.ClientTests.Generated.Models;
using OnRecord.Models.English;
using OnRecord.Server;

namespace OnRecord.ClientTests;

/// <summary>A client that was made out of the description of the API, and nothing else, asks a running server.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-client-").FullName;
    private RecordServer? server;
    private HttpClientRequestAdapter? adapter;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RecordClient Client => new(adapter!);

    public async ValueTask InitializeAsync()
    {
        server = await RecordServer.Start(new ServerOptions
        {
            Ledger = Path.Combine(folder, "record.db"),
            Addresses = ["http://127.0.0.1:0"],
            Models = EnglishModels.Set,
            Program = "0.1.0",
            User = "vera",
            Time = TimeProvider.System,
        }, Token);
        adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = server.Addresses[0] };
    }

    [Fact]
    public async Task An_article_goes_in_and_its_statements_pledges_disputes_and_claims_come_out()
    {
        var text = await File.ReadAllTextAsync(Repository.Path("samples/river-treaty-charge.txt"), Token);

        var added = await Client.Api.Documents.PostAsync(text, request => request.QueryParameters.Name = "river.txt", Token);
        var statements = await Client.Api.Statements.GetAsync(request => request.QueryParameters.Q = "gates", Token);
        var first = statements!.Items![0];
        var one = await Client.Api.Statements[first.Id!].GetAsync(cancellationToken: Token);
        var pledges = await Client.Api.Pledges.GetAsync(cancellationToken: Token);
        var disputes = await Client.Api.Disputes.GetAsync(cancellationToken: Token);
        var claims = await Client.Api.Claims.GetAsync(cancellationToken: Token);
        var claim = await Client.Api.Claims[claims!.Items![0].Id!].GetAsync(cancellationToken: Token);
        var ledger = await Client.Api.Ledger.GetAsync(cancellationToken: Token);

        added!.Document.Should().NotBeNullOrEmpty();
        one!.Id.Should().Be(first.Id);
        first.Speaker.Should().NotBeNullOrEmpty();
        var pledge = await Client.Api.Pledges[pledges!.Items![0].Id!].GetAsync(cancellationToken: Token);
        pledge!.Steps.Should().NotBeEmpty();
        var dispute = await Client.Api.Disputes[disputes!.Items![0].Id!].GetAsync(cancellationToken: Token);
        dispute!.Steps.Should().NotBeEmpty();
        claim!.Reports.Should().NotBeEmpty();
        claim.Findings.Should().NotBeNull();
        ledger.Should().NotBeNull();
    }

    [Fact]
    public void The_client_is_made_of_the_description_as_it_stands()
    {
        var description = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Repository.Read("src/OnRecord.Server/Rest/openapi.json"))));

        Repository.Read("tests/OnRecord.ClientTests/description.sha256").Trim().Should().Be(description, "the description has changed: make the client anew as tests/OnRecord.ClientTests/README.md says");
    }

    [Fact]
    public async Task A_refusal_comes_with_its_code()
    {
        var missing = async () => await Client.Api.Statements["1-a999"].GetAsync(cancellationToken: Token);

        (await missing.Should().ThrowAsync<Problem>()).Which.Code.Should().StartWith("OR");
    }

    public async ValueTask DisposeAsync()
    {
        adapter?.Dispose();
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
