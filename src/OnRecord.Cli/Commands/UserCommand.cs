using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Ledger.Users;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord user add|list|remove|password|trail</c>: who may sign in to a record that is served.</summary>
internal static class UserCommand
{
    private const int MostOfTheTrail = 1000;

    public static Command Create(CommandContext context) =>
        new ExampledCommand("user", "Say who may sign in where the ledger is served to other machines.",
            "onrecord user add vera --role administrator",
            "onrecord user list")
        {
            Add(context), List(context), Remove(context), Password(context), Trail(context),
        };

    /// <summary>The option that says what somebody may do.</summary>
    public static Option<Role> RoleOption(string description) =>
        Arguments.Choice("--role", description, ("reader", Role.Reader), ("reviewer", Role.Reviewer), ("administrator", Role.Administrator));

    /// <summary>A moment as tables and lines of JSON have it.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static ExampledCommand Add(CommandContext context)
    {
        var name = Name();
        var role = RoleOption("What the user may do: reader (the default) reads, reviewer also adds articles and decides about statements, administrator also sees users and what they did.");
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("add", "Add a user. The password is asked for, or is the first line of standard input.", "onrecord user add vera --role administrator", "onrecord user add sam --role reviewer < password.txt") { name, role, ledger };
        command.SetAction(parsed =>
        {
            using var users = Open(parsed, ledger, context);
            users.Add(parsed.GetValue(name)!, parsed.GetValue(role), PasswordPrompt.Ask(context));
            context.Error.WriteLine($"{Printable.OneLine(parsed.GetValue(name)!)} may sign in.");
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand List(CommandContext context)
    {
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("list", "List the users.", "onrecord user list") { format, ledger };
        command.SetAction(parsed =>
        {
            using var users = Open(parsed, ledger, context);
            new Listing<UserRow>(context, "There is no user.",
                new("name", row => row.Name, "Name"),
                new("role", row => WordOf(row.Role), "Role"),
                new("added", row => Moment(row.Added), "Added")).Print(users.Users(), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Remove(CommandContext context)
    {
        var name = Name();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("remove", "Take a user away, with all sessions and tokens. What the user decided stays on the record.", "onrecord user remove sam") { name, ledger };
        command.SetAction(parsed =>
        {
            using var users = Open(parsed, ledger, context);
            users.Remove(parsed.GetValue(name)!);
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Password(CommandContext context)
    {
        var name = Name();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("password", "Give a user another password, and end the user's sessions.", "onrecord user password sam") { name, ledger };
        command.SetAction(parsed =>
        {
            using var users = Open(parsed, ledger, context);
            users.ChangePassword(parsed.GetValue(name)!, PasswordPrompt.Ask(context));
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Trail(CommandContext context)
    {
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("trail", "List what was done with users and tokens and in their name, the last first.", "onrecord user trail --format csv") { format, ledger };
        command.SetAction(parsed =>
        {
            using var users = Open(parsed, ledger, context);
            new Listing<TrailRow>(context, "Nothing was done yet.",
                new("number", row => row.Number),
                new("moment", row => Moment(row.Moment), "When"),
                new("user", row => row.User, "Who"),
                new("deed", row => row.Deed, "What"),
                new("about", row => row.About, "About", 1)).Print(users.Trail(MostOfTheTrail), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    /// <summary>A role as it is given to the option.</summary>
    public static string WordOf(Role role) => role switch
    {
        Role.Reader => "reader",
        Role.Reviewer => "reviewer",
        _ => "administrator",
    };

    /// <summary>The users of the ledger that the option names.</summary>
    public static UserFile Open(ParseResult parsed, Option<string?> ledger, CommandContext context) => UserFile.Open(Arguments.LedgerPath(parsed, ledger, context), context.Time);

    private static Argument<string> Name() => new("NAME") { Description = "The user's name, as it stands at decisions." };
}
