using System.CommandLine;
using OnRecord.Cli.Help;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord knowledge add</c>: adds a user's own facts to the knowledge of a ledger.</summary>
internal static class KnowledgeCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A table of facts: CSV with a line of column names, or JSON lines (.jsonl). The reference on knowledge lists the columns." };
        var ledger = Arguments.Ledger();
        var add = new ExampledCommand("add", "Add names, offices, holders or memberships that matter to you; what is read into the ledger afterwards is read with them.",
            "onrecord knowledge add mayors.csv",
            "onrecord knowledge add offices.jsonl --ledger news.db")
        {
            file, ledger,
        };
        add.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var facts = AddedFacts.Read(Path.GetFileName(path), InputFile.Text(context.Folder, path));
            using var record = LedgerFile.OpenForWriting(Arguments.LedgerPath(parsed, ledger, context), context.Time);
            record.Add(facts);
            context.Error.WriteLine(FormattableString.Invariant($"{facts.Rows} rows added to {facts.Concept}."));
            return ExitStatus.Success;
        });
        return new ExampledCommand("knowledge", "Add to what is known of the world before an article is read.", "onrecord knowledge add mayors.csv") { add };
    }
}
