using System.Globalization;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// What teachers say of the sentences of a corpus and of sentences without labels (distillation: Hinton et al. 2015; into small
/// recurrent networks: Tang et al. 2019). Each fold has its own teacher, which has seen no label of that fold; what it says of
/// that fold's sentences is not learned by the fold's pupil.
/// </summary>
internal sealed class Lessons
{
    // In pieces; nearly every sentence is a fifth as long.
    private const int LongestSentence = 128;

    private readonly IReadOnlyList<Sample> sentences;
    private readonly int[] folds;
    private readonly Lazy<float[][]>[] scores;

    /// <param name="sentences">Those of the corpus, a part of each in the same order, then those of no fold.</param>
    /// <param name="folds">The fold of each sentence of the corpus.</param>
    /// <param name="hear">Tunes the teacher of a fold and asks it of each sentence, for a score a label.</param>
    public Lessons(IReadOnlyList<Sample> sentences, int[] folds, Func<int, float[][]> hear)
    {
        (this.sentences, this.folds) = (sentences, folds);
        scores = [.. Enumerable.Range(0, folds.Max() + 1).Select(fold => new Lazy<float[][]>(() => hear(fold)))];
    }

    /// <summary>What the teachers hold each sentence of the corpus to be that they were not tuned to: their cross-validation.</summary>
    public List<float[]> OfTeachers => [.. folds.Select((fold, i) => Probabilities(scores[fold].Value[i]))];

    /// <summary>Lessons whose teachers are tuned when they are first asked, or whose answers are read where they were kept.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="gold">Its sentences.</param>
    /// <param name="analyser">Analyses the other sentences.</param>
    /// <param name="pretrained">The encoder that teachers begin with.</param>
    /// <param name="options">How much is asked, how long is learned.</param>
    /// <param name="kept">A folder to keep what each teacher says, so that a run that broke off goes on; null for none.</param>
    /// <param name="log">Told what was done.</param>
    public static Lessons Hear(string corpora, InterpretCorpus corpus, IReadOnlyList<Sample> gold, EnglishAnalyser analyser, PretrainedEncoder pretrained, InterpretOptions options, string? kept, TextWriter log)
    {
        List<Sample> sentences = [.. gold, .. UnlabelledSentences.Parts(corpus, gold, analyser), .. UnlabelledSentences.Read(corpora, corpus, gold, analyser, options.Unlabelled)];
        var pieces = sentences.Select(s => pretrained.Pieces.Cut(s.Text, LongestSentence).Pieces).ToList();
        var folds = corpus.FoldsOf(gold);
        return new Lessons(sentences, folds, fold =>
        {
            var path = kept is null ? null : Path.Combine(kept, FormattableString.Invariant($"{corpus.Name}.{fold}.txt"));
            if (path is not null && File.Exists(path)) return Read(path, pieces.Count);
            var taught = Enumerable.Range(0, gold.Count).Where(i => folds[i] != fold).ToArray();
            var teacher = new PassageTeacher(pretrained, corpus.Task.Labels, new TeacherOptions { Epochs = options.TeacherEpochs });
            teacher.Train([.. taught.Select(i => pieces[i])], [.. taught.Select(i => gold[i].Label)]);
            var said = teacher.Scores(pieces);
            log.WriteLine(FormattableString.Invariant($"  the teacher of fold {fold} has scored {pieces.Count} sentences"));
            if (path is not null) File.WriteAllLines(path, said.Select(s => string.Join(' ', s.Select(x => x.ToString("R", CultureInfo.InvariantCulture)))));
            return said;
        });
    }

    private static float[][] Read(string path, int sentences)
    {
        float[][] said = [.. File.ReadLines(path).Select(line => line.Split(' ').Select(s => float.Parse(s, CultureInfo.InvariantCulture)).ToArray())];
        return said.Length == sentences ? said : throw new InvalidDataException($"{path} has {said.Length} lines and there are {sentences} sentences. Remove it to have the teacher tuned anew.");
    }

    /// <summary>What the pupil of a fold learns from: nothing of the fold's own sentences or their parts.</summary>
    public List<Sample> Without(int fold) =>
        [.. Enumerable.Range(0, sentences.Count).Where(i => FoldOf(i) != fold).Select(i => sentences[i] with { Taught = Probabilities(scores[fold].Value[i]) })];

    /// <summary>
    /// What the pupil that ships learns from: of each sentence of the corpus what the teacher says that was not tuned to it, of
    /// the others the mean of what all teachers say.
    /// </summary>
    public List<Sample> All() =>
        [.. sentences.Select((sentence, i) => sentence with { Taught = Probabilities(FoldOf(i) is { } fold ? scores[fold].Value[i] : [.. scores[0].Value[i].Select((_, l) => scores.Average(s => s.Value[i][l]))]) })];

    // The sentences of the corpus stand first, a part of each follows in the same order, then come those of no fold.
    private int? FoldOf(int i) => i < 2 * folds.Length ? folds[i % folds.Length] : null;

    private static float[] Probabilities(float[] scores) => SentenceClassifier.Softmax([.. scores]);
}
