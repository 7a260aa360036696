using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Lab.Train;

namespace OnRecord.Lab.Bench.Serve;

/// <summary>
/// Asks a running server for pages, many readers at once, each going on as soon as it is answered, and prints how long the answers
/// took. What is asked is drawn from the record itself: words of its statements, its speakers, its outlets.
/// </summary>
internal sealed partial class ServerLoad : IDisposable
{
    private const int Sampled = 500;
    private const int AddressesOfCached = 60;

    // A quarter of the time is for warming up, and is not counted.
    private const double WarmUp = 0.25;

    private readonly HttpClient client;
    private readonly List<string> words = [];
    private readonly List<string> actors = [];
    private readonly List<string> outlets = [];

    private ServerLoad(Uri site) => client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1000, UseCookies = false }) { BaseAddress = site };

    /// <summary>Measures and prints.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> Run(string site, int readers, int seconds, TextWriter output)
    {
        using var load = new ServerLoad(new Uri(site));
        await load.Sample();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers} readers at once for {seconds} s each; {load.words.Count} words, {load.actors.Count} speakers, {load.outlets.Count} outlets are asked for"));
        output.WriteLine($"{"pages",-26}{"answers",9}{"a second",10}{"median ms",11}{"95 % ms",9}{"99 % ms",9}{"CPU ms",9}{"most kB",9}");
        foreach (var kind in Enum.GetValues<AskedPage>())
        {
            await load.Measure(kind, isCached: false, readers, seconds, output);
            await load.Measure(kind, isCached: true, readers, seconds, output);
        }
        var memory = await load.Metric(Memory());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of the server: {memory / 1e6:0} MB"));
        return 0;
    }

    public void Dispose() => client.Dispose();

    private async Task Sample()
    {
        using var statements = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/statements?size={Sampled}", UriKind.Relative)));
        foreach (var statement in statements.RootElement.GetProperty("items").EnumerateArray())
        {
            var content = string.Join(' ', statement.GetProperty("content").EnumerateArray().Select(piece => piece.GetProperty("words").GetString()));
            words.AddRange(Word().Matches(content).Select(match => match.Value));
        }
        using var speakers = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/actors?size={Sampled}", UriKind.Relative)));
        actors.AddRange(speakers.RootElement.GetProperty("items").EnumerateArray().Select(actor => actor.GetProperty("link").GetString()!));
        using var papers = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/outlets", UriKind.Relative)));
        outlets.AddRange(papers.RootElement.GetProperty("items").EnumerateArray().Select(outlet => outlet.GetProperty("name").GetString()!));
    }

    private async Task Measure(AskedPage kind, bool isCached, int readers, int seconds, TextWriter output)
    {
        var known = Enumerable.Range(0, AddressesOfCached).Select(i => Address(kind, new Xorshift((uint)i + 1))).ToArray();
        var (processor, before) = (await Metric(ProcessorTime()), await Metric(Answers()));
        var clock = Stopwatch.StartNew();
        var counted = TimeSpan.FromSeconds(seconds * WarmUp);
        var end = TimeSpan.FromSeconds(seconds);
        var all = await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(async () =>
        {
            var chance = new Xorshift((uint)(reader + 1) * 7919);
            var answers = new List<(double Milliseconds, int Bytes)>();
            for (var number = 0; clock.Elapsed < end; number++)
            {
                // A parameter that nothing reads makes the address one that was never asked for.
                var address = isCached ? known[chance.Next(known.Length)] : Fresh(Address(kind, chance), string.Create(CultureInfo.InvariantCulture, $"{clock.ElapsedTicks}-{reader}-{number}"));
                var began = clock.Elapsed;
                var body = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
                if (began >= counted) answers.Add(((clock.Elapsed - began).TotalMilliseconds, body.Length));
            }
            return answers;
        })));
        var times = all.SelectMany(answers => answers).Select(answer => answer.Milliseconds).Order().ToList();
        if (times.Count == 0) return;
        // Of all answers, those of warming up included; the two to /metrics weigh nothing.
        var cost = 1000 * (await Metric(ProcessorTime()) - processor) / (await Metric(Answers()) - before);
        var largest = all.SelectMany(answers => answers).Max(answer => answer.Bytes);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{$"{kind} {(isCached ? "cached" : "uncached")}",-26}{times.Count,9}{times.Count / (end - counted).TotalSeconds,10:0}{At(0.5),11:0.0}{At(0.95),9:0.0}{At(0.99),9:0.0}{cost,9:0.00}{largest / 1e3,9:0.0}"));

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }

    private async Task<double> Metric(Regex name)
    {
        var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return double.Parse(name.Match(metrics).Groups["value"].Value, CultureInfo.InvariantCulture);
    }

    // Searches as people make them: one word or two, now and then of one outlet or kind.
    private string Address(AskedPage kind, Xorshift chance) => kind switch
    {
        AskedPage.Overview => "/",
        AskedPage.Actor => actors[chance.Next(actors.Count)],
        _ => (chance.Next(4), Drawn(words, chance), Drawn(words, chance)) switch
        {
            (0, var one, _) => $"/search?q={one}",
            (1, var one, var two) => $"/search?q={one}%20{two}",
            (2, var one, _) => $"/search?q={one}&kind=direct",
            (_, var one, _) => $"/search?q={one}&outlet={Drawn(outlets, chance)}",
        },
    };

    private static string Drawn(List<string> from, Xorshift chance) => Uri.EscapeDataString(from[chance.Next(from.Count)]);

    private static string Fresh(string address, string mark) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}fresh={mark}";

    private enum AskedPage
    {
        Overview,
        Search,
        Actor,
    }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^process_cpu_seconds_total (?<value>[\d.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex ProcessorTime();

    [GeneratedRegex(@"^onrecord_request_seconds_count (?<value>\d+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"^onrecord_memory_bytes (?<value>\d+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Memory();
}
