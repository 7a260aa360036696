using System.CommandLine;
using System.Runtime.CompilerServices;
using OnRecord.Cli.Help;
using OnRecord.Server;
using OnRecord.Server.Mcp;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord mcp</c>: the record for a language model, over the standard streams.</summary>
internal static class McpCommand
{
    public static Command Create(CommandContext context)
    {
        var ledger = Arguments.Ledger();
        var site = new Option<string?>("--site")
        {
            Description = "Where onrecord serve shows the pages, for the links of citations. Default: http://127.0.0.1:5080.",
            HelpName = "ADDRESS",
        };
        var command = new ExampledCommand("mcp", "Let a language model ask the ledger: the Model Context Protocol over standard input and output.",
            "onrecord mcp",
            "onrecord mcp --ledger news.db --site http://127.0.0.1:8080")
        {
            ledger, site,
        };
        command.SetAction((parsed, _) =>
        {
            WebRuntime.Attach();
            return Run(Arguments.LedgerPath(parsed, ledger, context), parsed.GetValue(site), context);
        });
        return command;
    }

    // By itself, so that no type of the server is looked for before its runtime can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> Run(string ledger, string? site, CommandContext context)
    {
        await McpStreams.Run(
            new ServerOptions
            {
                Ledger = ledger,
                Addresses = [site?.TrimEnd('/') ?? ServerOptions.DefaultAddress],
                Models = context.Models,
                Program = CommandLine.Version,
                User = Environment.UserName,
                Time = context.Time,
            },
            context.Input,
            context.Output,
            context.Stopping);
        return ExitStatus.Success;
    }
}
