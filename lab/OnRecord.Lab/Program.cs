using System.CommandLine;
using OnRecord.Lab.Evaluate;

var corpora = new Option<string>("--corpora") { Description = "The folder of corpora.", Required = true };
var json = new Option<string?>("--json") { Description = "Also write the metrics to this file." };
var errors = new Option<bool>("--errors") { Description = "Print what was wrong." };
var name = new Argument<string>("name") { Description = "What to evaluate." };
name.AcceptOnlyFromAmong("language");

var evaluate = new Command("evaluate", "Score the shipped models on held-out parts of the corpora.") { name, corpora, json, errors };
evaluate.SetAction(result => result.GetRequiredValue(name) switch
{
    _ => LanguageEvaluation.Run(result.GetRequiredValue(corpora), result.GetValue(json), Console.Out, result.GetValue(errors)),
});

return new RootCommand("Trains, evaluates and measures OnRecord.") { evaluate }.Parse(args).Invoke();
