using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord entity merge|split|rename</c>: says who is who, on the record.</summary>
internal static class EntityCommand
{
    public static Command Create(CommandContext context) =>
        new ExampledCommand("entity", "Say who is who: join two entities, part them again, or call one by another name. Each word is recorded and can be taken back.",
            "onrecord entity merge \"J. Smith\" \"Jane Smith\"")
        {
            Merge(context), Split(context), Rename(context),
        };

    private static ExampledCommand Merge(CommandContext context)
    {
        var entity = Entity();
        var other = new Argument<string>("OTHER") { Description = "The key or name of the one that it is." };
        return Change(context, "merge", "List what one said under another.", entity, other, (one, target) => new EntityChange(EntityChangeKind.Merge, one, target), "onrecord entity merge \"J. Smith\" \"Jane Smith\"");
    }

    private static ExampledCommand Split(CommandContext context) =>
        Change(context, "split", "Take a merge back.", Entity(), null, (one, _) => new EntityChange(EntityChangeKind.Split, one, null), "onrecord entity split \"J. Smith\"");

    private static ExampledCommand Rename(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The name to list it under." };
        return Change(context, "rename", "List an entity under another name.", Entity(), name, (one, target) => new EntityChange(EntityChangeKind.Rename, one, target), "onrecord entity rename person:joe-biden \"Joseph R. Biden\"");
    }

    private static Argument<string> Entity() => new("ENTITY") { Description = "The key or name, as 'speakers --format jsonl' gives it under 'key'." };

    private static ExampledCommand Change(CommandContext context, string name, string description, Argument<string> entity, Argument<string>? target, Func<string, string?, EntityChange> change, string example)
    {
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand(name, description, example) { entity };
        if (target is not null) command.Add(target);
        command.Add(ledger);
        command.SetAction(parsed =>
        {
            using var record = LedgerFile.OpenForWriting(Arguments.LedgerPath(parsed, ledger, context), context.Time);
            record.Change(change(parsed.GetValue(entity)!, target is null ? null : parsed.GetValue(target)));
            return ExitStatus.Success;
        });
        return command;
    }
}
