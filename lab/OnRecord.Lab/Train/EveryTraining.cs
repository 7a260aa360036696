using System.Diagnostics;
using OnRecord.Lab.Train.Coreference;
using OnRecord.Lab.Train.Interpret;
using OnRecord.Lab.Train.Language;

namespace OnRecord.Lab.Train;

/// <summary>Every training in its order: each reads the weights that those before it left in the folder.</summary>
internal static class EveryTraining
{
    /// <summary>Runs them all.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="folder">The folder of weights, with the word vectors in it.</param>
    /// <param name="once">Whether to go through the texts once only, to try the way through.</param>
    /// <param name="teachers">The files of the encoders that teachers are tuned out of; none to learn from the corpora alone.</param>
    /// <param name="output">Takes what is to be told, with the seconds each step took.</param>
    public static int Run(string corpora, string folder, bool once, IReadOnlyList<string> teachers, TextWriter output)
    {
        var language = once ? new LanguageTrainingOptions { Epochs = 1, ParserEpochs = 1, Limit = 800 } : new LanguageTrainingOptions();
        var coreference = once ? new CoreferenceOptions { Epochs = 1 } : new CoreferenceOptions();
        var attribution = once ? new AttributionOptions { Epochs = 1, NetworkEpochs = 1, Networks = 1, TeacherEpochs = 1 } : new AttributionOptions();
        var fast = once ? AttributionOptions.ForFast with { NetworkEpochs = 1, TeacherEpochs = 1 } : AttributionOptions.ForFast;
        var interpret = once ? new InterpretOptions { LinearEpochs = 1, Epochs = 2, TeacherEpochs = 1, Unlabelled = 100 } : new InterpretOptions();
        Step("lemmas", () => LemmaTraining.Run(corpora, Path.Combine(folder, "lemmas.orm"), output));
        Step("sentences", () => SentenceTraining.Run(corpora, Path.Combine(folder, "sentences.orm"), output));
        Step("language", () => LanguageTraining.Run(corpora, folder, language, output));
        Step("parser", () => SyntaxTraining.Run(corpora, folder, language, output));
        Step("coreference", () => CoreferenceTraining.Run(corpora, folder, coreference, output));
        Step("attribution-fast", () => AttributionTraining.Run(corpora, folder, fast, teachers, null, output));
        Step("attribution", () => AttributionTraining.Run(corpora, folder, attribution, teachers, null, output));
        Step("interpret", () => InterpretTraining.Run(corpora, folder, interpret, teachers, null, output));
        return 0;

        void Step(string name, Action train)
        {
            var clock = Stopwatch.StartNew();
            train();
            output.WriteLine(FormattableString.Invariant($"{name} took {clock.Elapsed.TotalSeconds:F0} s"));
        }
    }
}
