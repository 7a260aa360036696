using System.Net.Http.Headers;
using OnRecord.Models.English;
using OnRecord.Server;

namespace OnRecord.BrowserTests;

/// <summary>A record of one's own, empty at first.</summary>
public sealed class OwnSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-browser-").FullName;
    private RecordServer? server;

    public Uri Address => new(server!.Addresses[0]);

    public async ValueTask InitializeAsync() => server = await RecordServer.Start(new ServerOptions
    {
        Ledger = Path.Combine(folder, "record.db"),
        Addresses = ["http://127.0.0.1:0"],
        Models = EnglishModels.Set,
        Program = "0.1.0",
        User = "vera",
        Time = TimeProvider.System,
    });

    /// <summary>Adds a file as the form does, and waits until it is read.</summary>
    public async Task Add(string path, string published = "")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(path));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", Path.GetFileName(path) }, { new StringContent(published), "published" } };
        using var answer = await client.PostAsync(new Uri("/add", UriKind.Relative), form);
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        for (var tries = 0; tries < 600; tries++)
        {
            var page = await client.GetStringAsync(answer.Headers.Location);
            page.Should().NotContain("role=\"alert\"");
            if (page.Contains("See the article", StringComparison.Ordinal)) return;
            await Task.Delay(100);
        }
        throw new TimeoutException($"{path} was not read within a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
