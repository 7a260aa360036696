using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OnRecord.Cli.Help;

namespace OnRecord.Cli;

/// <summary>The options and arguments that several commands share.</summary>
internal static class Arguments
{
    public const string DefaultLedger = "onrecord.db";

    /// <summary>The files, folders and addresses to read.</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "A file, a folder with all its folders, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Ledger() => new("--ledger")
    {
        Description = $"The ledger's file. Default: {DefaultLedger} in the working folder.",
        HelpName = "FILE",
    };

    /// <summary>The ledger that the option names, or the one in the working folder.</summary>
    public static string LedgerPath(ParseResult parsed, Option<string?> option, CommandContext context) =>
        parsed.GetValue(option) ?? Path.Combine(context.Folder, DefaultLedger);

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var written = result.Tokens.Single().Value;
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} takes a day as YYYY-MM-DD, and '{written}' is none.");
            return null;
        },
    };

    /// <summary>A whole number of at least 1.</summary>
    public static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var written = result.Tokens.Single().Value;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
            result.AddError($"{name} takes a whole number of at least 1, and '{written}' is none.");
            return null;
        },
    };

    /// <summary>One word of a few, each standing for a value. Not given, it is the type's default value.</summary>
    public static Option<T> Choice<T>(string name, string description, params (string Word, T Value)[] choices)
    {
        var words = choices.Select(choice => choice.Word).ToArray();
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result => Choose(name, result, choices, words),
        };
        option.CompletionSources.Add(words);
        return option;
    }

    private static T? Choose<T>(string name, ArgumentResult result, (string Word, T Value)[] choices, string[] words)
    {
        var written = result.Tokens.Single().Value;
        foreach (var choice in choices)
        {
            if (choice.Word == written) return choice.Value;
        }
        result.AddError($"{name} takes {string.Join(", ", words[..^1])} or {words[^1]}, and '{written}' is none of them.{Suggestion.For(written, words)}");
        return default;
    }
}
