using System.CommandLine;
using OnRecord.Check;
using OnRecord.Cli.Help;
using OnRecord.Cli.Tables;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli.Commands;

/// <summary><c>onrecord series add|list|show|remove</c>: the tables of figures that pledges and claims are held against.</summary>
internal static class SeriesCommand
{
    public static Command Create(CommandContext context) =>
        new ExampledCommand("series", "Keep the tables of figures that pledges and claims are held against.",
            "onrecord series list",
            "onrecord series add spending.csv --measure \"defence expenditure\" --unit percent-of-gdp --source \"Ministry of Finance\" --retrieved 2026-05-01 --terms \"public domain\"",
            "onrecord series show nato-defence-share")
        {
            Add(context), List(context), Show(context), Remove(context),
        };

    private static ExampledCommand Add(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The table: CSV, JSON or a workbook (.xlsx), as SIPRI and the World Bank lay theirs out, or with columns country, year and value." };
        var name = Text("--name", "NAME", "What to call it. Default: the file's name.");
        var measure = Text("--measure", "WORDS", "What is measured, such as \"defence expenditure\".");
        var unit = Text("--unit", "UNIT", "The unit: percent-of-gdp, percent, a currency with its scale (\"million USD\"), or what is counted (person).");
        var source = Text("--source", "WORDS", "Who published it, and where.");
        var retrieved = Arguments.Day("--retrieved", "The day it was fetched from its source.");
        var terms = Text("--terms", "WORDS", "Under which terms it may be used.");
        var sheet = Text("--sheet", "NAME", "The sheet of a workbook that has several tables.");
        var column = Text("--column", "NAME", "The column of figures, or the indicator, of a file that has several.");
        var skip = new Option<bool>("--skip-unknown") { Description = "Leave out rows of places that are no countries of the knowledge, such as totals." };
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("add", "Add a table of figures, with its file, to the ledger.",
            "onrecord series add API_MS.MIL.XPND.GD.ZS.csv --unit percent-of-gdp --source \"World Bank\" --retrieved 2026-05-01 --terms \"CC BY 4.0\" --skip-unknown",
            "onrecord series add SIPRI-Milex.xlsx --sheet \"Share of GDP\" --name sipri-share --measure \"military expenditure\" --unit percent-of-gdp --source SIPRI --retrieved 2026-05-01 --terms \"cite the source\"")
        {
            file, name, measure, unit, source, retrieved, terms, sheet, column, skip, ledger,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(file)!;
            var bytes = InputFile.Bytes(context.Folder, named);
            using var record = LedgerFile.OpenForWriting(Arguments.LedgerPath(parsed, ledger, context), context.Time);
            var options = new SeriesOptions
            {
                Name = parsed.GetValue(name),
                Measure = parsed.GetValue(measure),
                Unit = parsed.GetValue(unit),
                Source = parsed.GetValue(source),
                Retrieved = parsed.GetValue(retrieved),
                Terms = parsed.GetValue(terms),
                Sheet = parsed.GetValue(sheet),
                Column = parsed.GetValue(column),
                SkipsUnknown = parsed.GetValue(skip),
            };
            var series = SeriesReader.Read(Path.GetFileName(named), bytes, options, WorldKnowledge.With(record.Knowledge()));
            if (ShippedSeries.All.Any(shipped => shipped.Name == series.Name))
            {
                throw new OnRecordException(DiagnosticCodes.SeriesTaken, $"A series '{series.Name}' comes with the program. Give this one another name with --name.");
            }
            var isNew = record.Add(series, bytes);
            context.Error.WriteLine(isNew ? FormattableString.Invariant($"{series.Name}: {SeriesRows.Describe(series)}.") : $"{series.Name} stands in the ledger already.");
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand List(CommandContext context)
    {
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("list", "List the series: those that come with the program, and those of the ledger.", "onrecord series list", "onrecord series list --format jsonl") { format, ledger };
        command.SetAction(parsed =>
        {
            new Listing<Series>(context, "There is no series.",
                new("name", row => row.Name, "Name"),
                new("measure", row => row.Measure, "Measure", 1),
                new("unit", row => row.Unit, "Unit", 1),
                new("countries", row => row.Figures.Select(f => f.Country).Distinct(StringComparer.Ordinal).Count(), "Countries"),
                new("first", row => row.FirstYear),
                new("last", row => row.LastYear),
                new(null, row => FormattableString.Invariant($"{row.FirstYear}-{row.LastYear}"), "Years"),
                new("figures", row => row.Figures.Count(f => f.Value is not null)),
                new("gaps", row => row.Figures.Count(f => f.Value is null)),
                new("estimates", row => row.Figures.Count(f => f.IsEstimate)),
                new("source", row => row.Source, "Source", 2),
                new("retrieved", row => row.Retrieved),
                new("terms", row => row.Terms),
                new("shipped", row => ShippedSeries.All.Contains(row)),
                new("sha256", row => row.Sha256),
                new("notes", row => string.Join("; ", row.Notes))).Print(KnownSeries.Of(Arguments.LedgerPath(parsed, ledger, context), parsed.GetValue(ledger) is not null), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Show(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The series, as 'series list' names it." };
        var format = ListFormats.Option();
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("show", "Show the figures of a series, with its source.", "onrecord series show nato-defence-share", "onrecord series show nato-defence-share --format csv") { name, format, ledger };
        command.SetAction(parsed =>
        {
            var known = KnownSeries.Of(Arguments.LedgerPath(parsed, ledger, context), parsed.GetValue(ledger) is not null);
            SeriesRows.Print(context, KnownSeries.Named(known, parsed.GetValue(name)!), KnownSeries.World(Arguments.LedgerPath(parsed, ledger, context)), parsed.GetValue(format));
            return ExitStatus.Success;
        });
        return command;
    }

    private static ExampledCommand Remove(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The series, as 'series list' names it." };
        var reason = Text("--reason", "WORDS", "Why; it is recorded.");
        var ledger = Arguments.Ledger();
        var command = new ExampledCommand("remove", "Use a series no more. That it was there, and its file, stay in the ledger.", "onrecord series remove spending --reason \"revised in May\"") { name, reason, ledger };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(name)!;
            if (ShippedSeries.All.Any(shipped => shipped.Name == named)) throw new OnRecordException(DiagnosticCodes.SeriesTaken, $"The series '{named}' comes with the program and is not removed. 'onrecord check --series NAME' checks against others alone.");
            using var record = LedgerFile.OpenForWriting(Arguments.LedgerPath(parsed, ledger, context), context.Time);
            record.RemoveSeries(named, parsed.GetValue(reason));
            context.Error.WriteLine($"{named} is used no more. It stays in the ledger.");
            return ExitStatus.Success;
        });
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };
}
