using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// What teachers say of the sentences of a corpus and of sentences without labels (distillation: Hinton et al. 2015; into small
/// recurrent networks: Tang et al. 2019). The teacher of a fold has seen no label of that fold; what it says of that fold's
/// sentences is not learned by the fold's pupil. Where there are more folds than teachers, neighbours share one.
/// </summary>
internal sealed class Lessons
{
    // In pieces; nearly every sentence is a fifth as long.
    private const int LongestSentence = 128;

    private readonly IReadOnlyList<Sample> sentences;
    private readonly int[] folds;
    private readonly Dictionary<string, int> foldOfGroup = new(StringComparer.Ordinal);
    private readonly int[] teacherOf;
    private readonly Lazy<Heard>[] heard;

    /// <param name="sentences">Those of the corpus, then others; what is made of one of the corpus has its group, the rest have none.</param>
    /// <param name="folds">The fold of each sentence of the corpus.</param>
    /// <param name="teacherOf">The teacher of each fold.</param>
    /// <param name="hear">Tunes a teacher out of each encoder and asks them of each sentence.</param>
    public Lessons(IReadOnlyList<Sample> sentences, int[] folds, int[] teacherOf, Func<int, TeacherAnswer[][]> hear)
    {
        (this.sentences, this.folds, this.teacherOf) = (sentences, folds, teacherOf);
        for (var i = 0; i < folds.Length; i++) foldOfGroup[sentences[i].Group] = folds[i];
        heard = [.. Enumerable.Range(0, teacherOf.Max() + 1).Select(teacher => new Lazy<Heard>(() => Heard.Of(hear(teacher))))];
    }

    /// <summary>What the teachers hold each sentence of the corpus to be that they were not tuned to: their cross-validation.</summary>
    public List<float[]> OfTeachers => [.. folds.Select((fold, i) => Probabilities(Said(fold).Scores[i]))];

    /// <summary>Lessons whose teachers are tuned when they are first asked, or whose answers are read where they were kept.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="gold">Its sentences.</param>
    /// <param name="analyser">Analyses the other sentences.</param>
    /// <param name="pretrained">The encoders that teachers begin with, by name: each fold has a teacher of each, and they are heard together.</param>
    /// <param name="options">How much is asked, how long is learned.</param>
    /// <param name="kept">A folder to keep what each teacher says, so that a run that broke off goes on; null for none.</param>
    /// <param name="log">Told what was done.</param>
    public static Lessons Hear(string corpora, InterpretCorpus corpus, IReadOnlyList<Sample> gold, EnglishAnalyser analyser, IReadOnlyList<(string Name, PretrainedEncoder Encoder)> pretrained, InterpretOptions options, string? kept, TextWriter log)
    {
        List<Sample> sentences =
        [
            .. gold,
            .. UnlabelledSentences.Parts(corpus, gold, analyser),
            .. UnlabelledSentences.Exchanged(corpus, gold, analyser, options.Exchanged),
            .. UnlabelledSentences.Read(corpora, corpus, gold, analyser, options.Unlabelled),
        ];
        var folds = corpus.FoldsOf(gold);
        int[] teacherOf = [.. Enumerable.Range(0, corpus.Folds).Select(fold => fold * Math.Min(corpus.Folds, options.MostTeachers) / corpus.Folds)];
        return new Lessons(sentences, folds, teacherOf, teacher => [.. pretrained.Select(p => Hear(p.Name, p.Encoder, teacher))]);

        TeacherAnswer[] Hear(string name, PretrainedEncoder encoder, int number)
        {
            var path = kept is null ? null : Path.Combine(kept, FormattableString.Invariant($"{corpus.Name}.{number}.{name}.lessons"));
            if (path is not null && File.Exists(path)) return TeacherAnswer.Read(path, sentences.Count);
            var pieces = sentences.Select(s => encoder.Pieces.Cut(s.Text, LongestSentence).Pieces).ToList();
            var taught = Enumerable.Range(0, gold.Count).Where(i => teacherOf[folds[i]] != number).ToArray();
            var tuning = new TeacherOptions { Epochs = options.TeacherEpochs };
            var teacher = new PassageTeacher(new TransformerEncoder(encoder.Tensors, new TransformerShape { Dropout = tuning.Dropout }), corpus.Task.Labels, tuning);
            teacher.Train([.. taught.Select(i => pieces[i])], [.. taught.Select(i => gold[i].Targets(corpus.Task.Labels, tuning.Smoothing, options.TaughtShare))]);
            var answers = teacher.Answers(pieces);
            log.WriteLine(FormattableString.Invariant($"  the teacher {name} {number} has scored {pieces.Count} sentences"));
            if (path is not null) TeacherAnswer.Write(path, answers);
            return answers;
        }
    }

    /// <summary>What the pupil of a fold learns from: nothing of the fold's own sentences or their parts.</summary>
    public List<Sample> Without(int fold) =>
        [.. Enumerable.Range(0, sentences.Count).Where(i => FoldOf(i) != fold).Select(i => sentences[i] with { Taught = Probabilities(Said(fold).Scores[i]), Hints = Said(fold).Hints[i] })];

    /// <summary>
    /// What the pupil that ships learns from: of each sentence of the corpus what the teacher says that was not tuned to it, of
    /// the others the mean of what all teachers say.
    /// </summary>
    public List<Sample> All() => [.. sentences.Select((sentence, i) => FoldOf(i) is { } fold
        ? sentence with { Taught = Probabilities(Said(fold).Scores[i]), Hints = Said(fold).Hints[i] }
        : sentence with { Taught = Probabilities(Mean([.. heard.Select(h => h.Value.Scores[i])])) })];

    private Heard Said(int fold) => heard[teacherOf[fold]].Value;

    // What is made of a sentence is of its fold.
    private int? FoldOf(int i) => i < folds.Length ? folds[i] : foldOfGroup.TryGetValue(sentences[i].Group, out var fold) ? fold : null;

    private static float[] Probabilities(float[] scores) => SentenceClassifier.Softmax([.. scores]);

    private static float[] Mean(float[][] several) => [.. several[0].Select((_, l) => several.Average(one => one[l]))];

    // What the teachers of a fold said, one out of each encoder: their mean scores of each sentence, and what each saw in it.
    private sealed record Heard(float[][] Scores, Half[][][] Hints)
    {
        public static Heard Of(TeacherAnswer[][] answers)
        {
            foreach (var teacher in answers) HintTraining.Standardise([.. teacher.Select(answer => answer.States)]);
            var sentences = Enumerable.Range(0, answers[0].Length);
            return new Heard([.. sentences.Select(i => Mean([.. answers.Select(teacher => teacher[i].Scores)]))], [.. sentences.Select(i => answers.Select(teacher => teacher[i].States).ToArray())]);
        }
    }
}
