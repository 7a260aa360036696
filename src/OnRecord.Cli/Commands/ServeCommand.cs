using System.CommandLine;
using System.Runtime.CompilerServices;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Server;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord serve</c>: the record in a browser and for programs.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var ledger = Arguments.Ledger();
        var urls = new Option<string?>("--urls")
        {
            Description = "Where to listen; several with a semicolon between. Default: http://127.0.0.1:5080, which this machine alone can reach.",
            HelpName = "ADDRESS",
        };
        var site = new Option<Uri?>("--site")
        {
            Description = "The address by which browsers reach it, where a proxy stands before it. Everybody has to sign in then.",
            HelpName = "ADDRESS",
            CustomParser = result =>
            {
                var written = result.Tokens.Single().Value;
                if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" }) return address;
                result.AddError($"--site takes an address such as https://record.example.org, and '{written}' is none.");
                return null;
            },
        };
        var local = new Option<bool>("--local-webhooks") { Description = "Let webhooks lead to this machine, over plain http too. Only where nobody else is served." };
        var command = new ExampledCommand("serve", "Serve the ledger to browsers and programs, until it is stopped with Ctrl-C.",
            "onrecord serve",
            "onrecord serve --ledger news.db --urls http://127.0.0.1:8080",
            "onrecord user add vera --role administrator && onrecord serve --urls http://0.0.0.0:5080 --site https://record.example.org")
        {
            ledger, urls, site, local,
        };
        command.SetAction((parsed, _) =>
        {
            WebRuntime.Attach();
            return Serve(Arguments.LedgerPath(parsed, ledger, context), parsed.GetValue(urls), parsed.GetValue(site), parsed.GetValue(local), context);
        });
        return command;
    }

    // By itself, so that no type of the server is looked for before its runtime can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> Serve(string ledger, string? urls, Uri? site, bool hasLocalWebhooks, CommandContext context)
    {
        await using var server = await RecordServer.Start(new ServerOptions
        {
            Ledger = ledger,
            Addresses = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [ServerOptions.DefaultAddress],
            Site = site,
            HasLocalWebhooks = hasLocalWebhooks,
            Models = context.Models,
            Program = CommandLine.Version,
            User = Environment.UserName,
            Time = context.Time,
        }, context.Stopping);
        foreach (var address in server.Addresses) context.Error.WriteLine($"The record of {Printable.OneLine(ledger)} is at {address}");
        await server.Serve(context.Stopping);
        return ExitStatus.Success;
    }
}
