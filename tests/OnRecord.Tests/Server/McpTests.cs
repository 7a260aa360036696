using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OnRecord.Server.Mcp;
using OnRecord.Tests.Cli;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

public sealed class McpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_of_the_kit_finds_the_tools_and_is_given_the_citation_first()
    {
        await using var served = await ServedRecord.Of(SampleReadings.Harbour());
        var site = served.Client.BaseAddress!.ToString().TrimEnd('/');
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site + "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Token);

        var tools = await client.ListToolsAsync(cancellationToken: Token);
        var found = await Text(client, "search_statements", new() { ["q"] = "harbour" });
        var id = found.Split("id ")[1].Trim();
        var statement = await Text(client, "get_statement", new() { ["id"] = id });

        tools.Select(tool => tool.Name).Should().Equal("search_statements", "get_statement", "actor_record", "list_pledges", "check_pledge", "list_disputes", "list_claims", "check_claim", "read_text");
        found.Should().StartWith($"{site}/documents/").And.Contain("Marie Dübois, direct, machine: \"The harbour will open in May,\"");
        statement.Should().StartWith($"{site}/documents/").And.Contain("The ferrymen's union denied");
        (await Text(client, "actor_record", new() { ["name"] = "dübois" })).Should().Contain("Marie Dübois: 1 statements");
    }

    [Fact]
    public async Task A_text_is_read_and_not_recorded()
    {
        await using var served = await ServedRecord.Of();

        var answer = await Post(served, "tools/call", $"{{\"name\":\"read_text\",\"arguments\":{{\"text\":\"{JsonEncodedText.Encode(Newsroom.Article)}\"}}}}");

        answer.Should().Contain("Ada Quill");
        (await served.Get("/api/ledger")).Should().Contain("\"documents\":0");
    }

    [Theory]
    [InlineData("tools/call", "{\"name\":\"search_statements\",\"arguments\":{\"since\":\"soon\"}}", "OR9001")]
    [InlineData("tools/call", "{\"name\":\"search_statements\",\"arguments\":{\"limit\":0}}", "OR9001")]
    [InlineData("tools/call", "{\"name\":\"get_statement\",\"arguments\":{}}", "OR9001")]
    [InlineData("tools/call", "{\"name\":\"get_statement\",\"arguments\":{\"id\":\"1-a1\"}}", "OR5009")]
    [InlineData("tools/call", "{\"name\":\"delete_everything\"}", "-32602")]
    [InlineData("resources/list", "{}", "-32601")]
    public async Task What_cannot_be_done_is_said(string method, string parameters, string code)
    {
        await using var served = await ServedRecord.Of();

        (await Post(served, method, parameters)).Should().Contain(code);
    }

    [Theory]
    [InlineData("{", "-32700")]
    [InlineData("[]", "-32600")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1}", "-32600")]
    public async Task What_is_no_message_is_refused(string message, string code)
    {
        await using var served = await ServedRecord.Of();
        using var answer = await served.Client.PostAsync(new Uri("/mcp", UriKind.Relative), new StringContent(message, Encoding.UTF8, "application/json"), Token);

        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain(code);
    }

    [Fact]
    public async Task Over_the_streams_each_message_is_a_line_and_a_notice_has_no_answer()
    {
        using var folder = new LedgerFolder();
        folder.Record(SampleReadings.Harbour());
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"jsonrpc":"2.0","id":"one","method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}

            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_statements","arguments":{"q":"harbour"}}}
            """.ReplaceLineEndings("\n")));
        using var output = new MemoryStream();

        await McpStreams.Run(ServedRecord.Options(folder.File, "http://127.0.0.1:5080"), input, output, Token);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(2);
        lines[0].Should().StartWith("{\"jsonrpc\":\"2.0\",\"id\":\"one\",\"result\":{\"protocolVersion\":\"2025-03-26\"");
        lines[1].Should().Contain("http://127.0.0.1:5080/documents/").And.Contain("Marie Dübois");
    }

    private static async Task<string> Text(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        ((TextContentBlock)(await client.CallToolAsync(tool, arguments, cancellationToken: Token)).Content[0]).Text;

    private static async Task<string> Post(ServedRecord served, string method, string parameters)
    {
        using var content = new StringContent($"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"{method}\",\"params\":{parameters}}}", Encoding.UTF8, "application/json");
        using var answer = await served.Client.PostAsync(new Uri("/mcp", UriKind.Relative), content, Token);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
