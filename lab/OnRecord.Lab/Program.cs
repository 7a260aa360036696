using System.CommandLine;
using OnRecord.Lab.Evaluate;
using OnRecord.Lab.Train;

var corpora = new Option<string>("--corpora") { Description = "The folder of corpora.", Required = true };
var json = new Option<string?>("--json") { Description = "Also write the metrics to this file." };
var errors = new Option<bool>("--errors") { Description = "Print what was wrong." };

Command Evaluation(string name, string description, Func<ParseResult, int> run)
{
    var command = new Command(name, description) { corpora, json, errors };
    command.SetAction(run);
    return command;
}

var evaluate = new Command("evaluate", "Score the shipped models on held-out parts of the corpora.")
{
    Evaluation("language", "Tokens and sentences on the treebanks.", r => LanguageEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
    Evaluation("times", "Dates, times and lengths of time.", r => TimesEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
    Evaluation("attribution", "Sources, cues and contents.", r => AttributionEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out)),
};

var weights = new Option<string>("--output") { Description = "The weight file to write.", Required = true };
var epochs = new Option<int>("--epochs") { Description = "How often the texts are gone through.", DefaultValueFactory = _ => 12 };
var rate = new Option<float>("--rate") { Description = "The rate of learning.", DefaultValueFactory = _ => 0.1f };
var dropout = new Option<float>("--dropout") { Description = "The share of features left out at each step.", DefaultValueFactory = _ => 0.5f };
var decay = new Option<float>("--decay") { Description = "The pull of weights towards nought.", DefaultValueFactory = _ => 1e-5f };
var trainAttribution = new Command("attribution", "Make the weights that find sources, cues and contents.") { corpora, weights, epochs, rate, dropout, decay };
trainAttribution.SetAction(r => AttributionTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(weights), r.GetValue(epochs), r.GetValue(rate), r.GetValue(dropout), r.GetValue(decay), Console.Out));
var train = new Command("train", "Make weights from the corpora.") { trainAttribution };

return new RootCommand("Trains, evaluates and measures OnRecord.") { evaluate, train }.Parse(args).Invoke();
