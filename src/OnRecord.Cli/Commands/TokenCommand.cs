using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Ledger.Users;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord token add|list|revoke</c>: what programs sign in with in the name of a user.</summary>
internal static class TokenCommand
{
    public static Command Create(CommandContext context) =>
        new ExampledCommand("token", "Let programs ask a served ledger in the name of a user.",
            "onrecord token add vera --for \"nightly export\"",
            "onrecord token list")
        {
            Add(context), List(context), Revoke(context),
        };

    private static ExampledCommand Add(CommandContext context)
    {
        var user = new Argument<string>("USER") { Description = "In whose name the token is used." };
        var purpose = new Option<string>("--for") { Description = "What the token is for, to know it again.", HelpName = "WORDS", Required = true };
        var role = UserCommand.RoleOption("The scope: what the token may be used for, reader unless it is said. No more than its user may do.");
        var until = Arguments.Day("--until", "The last day on which it is taken. Default: until it is revoked.");
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("add", "Make a token, and print its secret this once.", "onrecord token add vera --for \"nightly export\" --until 2026-12-31", "onrecord token add vera --for \"article feed\" --role reviewer") { user, purpose, role, until, ledger };
        command.SetAction(parsed =>
        {
            using var users = UserCommand.Open(parsed, ledger, context);
            DateTimeOffset? ends = parsed.GetValue(until) is { } last ? new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;
            var (token, secret) = users.AddToken(parsed.GetValue(user)!, parsed.GetValue(role), parsed.GetValue(purpose)!, ends);
            using var output = new StreamWriter(context.Output, leaveOpen: true) { NewLine = "\n" };
            output.WriteLine(secret);
            context.Error.WriteLine($"This is token {token.Id}. Keep its secret: it is shown this once. A program sends it as 'Authorization: Bearer SECRET'.");
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand List(CommandContext context)
    {
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("list", "List the tokens, without their secrets.", "onrecord token list") { format, ledger };
        command.SetAction(parsed =>
        {
            using var users = UserCommand.Open(parsed, ledger, context);
            new Listing<TokenRow>(context, "There is no token.",
                new("id", row => row.Id, "Token"),
                new("user", row => row.User, "User"),
                new("role", row => UserCommand.WordOf(row.Role), "Scope"),
                new("purpose", row => row.Purpose, "For", 1),
                new("made", row => UserCommand.Moment(row.Made), "Made"),
                new("ends", row => row.Ends is { } ends ? UserCommand.Moment(ends) : null, "Ends")).Print(users.Tokens(), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Revoke(CommandContext context)
    {
        var id = new Argument<string>("TOKEN") { Description = "Its identifier, as 'onrecord token list' shows it." };
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("revoke", "Take a token away.", "onrecord token revoke 3f2a9c04") { id, ledger };
        command.SetAction(parsed =>
        {
            using var users = UserCommand.Open(parsed, ledger, context);
            users.RevokeToken(parsed.GetValue(id)!);
            return ExitStatus.Success;
        });
        return command;
    }
}
