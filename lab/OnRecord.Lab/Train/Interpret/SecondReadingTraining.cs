using OnRecord.Interpret.Classify;
using OnRecord.Lab.Evaluate;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Pieces;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// Trains the encoder that reads again what the small classifier of a corpus is in doubt about: the first layers of a published one,
/// which learn what the teachers say, as the classifier does. One seed, the same weights each time.
/// </summary>
internal sealed class SecondReadingTraining
{
    private readonly InterpretCorpus corpus;
    private readonly Lessons lessons;
    private readonly PretrainedEncoder pretrained;
    private readonly InterpretOptions options;

    /// <param name="corpus">The corpus, of two labels.</param>
    /// <param name="lessons">What the teachers say of its sentences.</param>
    /// <param name="pretrained">The encoder to begin with.</param>
    /// <param name="options">The settings.</param>
    public SecondReadingTraining(InterpretCorpus corpus, Lessons lessons, PretrainedEncoder pretrained, InterpretOptions options)
    {
        (this.corpus, this.lessons, this.pretrained, this.options) = (corpus, lessons, pretrained, options);
    }

    /// <summary>The score of each sentence of the corpus by an encoder that has not seen its fold, with whole numbers of eight bits as it ships.</summary>
    public float[] CrossValidate(IReadOnlyList<Sample> samples, TextWriter log)
    {
        var folds = corpus.FoldsOf(samples);
        var scores = new float[samples.Count];
        Parallel.For(0, corpus.Folds, fold =>
        {
            int[] own = [.. Enumerable.Range(0, samples.Count).Where(i => folds[i] == fold)];
            var file = File(Learn(lessons.Without(fold), threads: 1), new SecondPool(0, 0, 0, 0), [], "");
            var said = new SecondReading(file).Scores([.. own.Select(i => samples[i].View.Text)]);
            for (var k = 0; k < own.Length; k++) scores[own[k]] = said[k];
            log.WriteLine(FormattableString.Invariant($"  the encoder of fold {fold} has read {own.Length} sentences"));
        });
        return scores;
    }

    /// <summary>How both readings are joined: the share that decides most sentences in doubt rightly.</summary>
    /// <param name="first">The probability of the second label by the first reading.</param>
    /// <param name="second">The scores of the second reading.</param>
    /// <param name="gold">The labels.</param>
    /// <param name="threshold">The threshold of the first reading.</param>
    /// <param name="doubt">What is read again.</param>
    public static (SecondPool Pool, double Score) Join(IReadOnlyList<float> first, IReadOnlyList<float> second, IReadOnlyList<int> gold, float threshold, (float Low, float High) doubt)
    {
        var best = (Pool: new SecondPool(0, 0, doubt.Low, doubt.High), Score: -1.0);
        for (var share = 0.3f; share < 1.01f; share += 0.1f)
        {
            // In steps of a hundredth of the probability, as other thresholds.
            for (var at = 0.05f; at < 0.951f; at += 0.01f)
            {
                var pool = new SecondPool(MathF.Round(share, 1), SentenceClassifier.LogOdds(threshold) - SentenceClassifier.LogOdds(at), doubt.Low, doubt.High);
                var score = LabelScores.F1(Decide(first, second, threshold, pool), gold, 1);
                if (score > best.Score) best = (pool, score);
            }
        }
        return best;
    }

    /// <summary>The label of each sentence by both readings.</summary>
    public static int[] Decide(IReadOnlyList<float> first, IReadOnlyList<float> second, float threshold, SecondPool pool) =>
        [.. first.Select((p, i) => (pool.IsDoubtful(p) ? pool.Joined(p, second[i]) : p) >= threshold ? 1 : 0)];

    /// <summary>Chooses how both readings are joined, has an encoder learn from all there is, and tells how both together were measured.</summary>
    /// <param name="samples">The sentences of the corpus.</param>
    /// <param name="first">The probability of the second label by the first reading.</param>
    /// <param name="second">The scores that cross-validation gave.</param>
    /// <param name="threshold">The threshold of the first reading.</param>
    /// <param name="command">What made the weights.</param>
    /// <param name="log">Told what other bounds would give.</param>
    public (ModelFile File, List<Metric> Measured) Finish(IReadOnlyList<Sample> samples, float[] first, float[] second, float threshold, string command, TextWriter log)
    {
        int[] gold = [.. samples.Select(s => s.Label)];
        foreach (var (low, high) in ((float, float)[])[(0, 1), (0.2f, 0.6f), (0.25f, 0.5f), (0.3f, 0.5f), (0.33f, 0.5f), (0.33f, 0.45f), (0.3f, 0.4f)])
        {
            var (other, score) = Join(first, second, gold, threshold, (low, high));
            log.WriteLine(FormattableString.Invariant($"  read again from {low} to {high}: {(double)first.Count(other.IsDoubtful) / first.Length:P1} of the sentences, f1 {score:F4}, share {other.Share}"));
        }
        var (pool, _) = Join(first, second, gold, threshold, (options.DoubtLow, options.DoubtHigh));
        var measured = LabelScores.Metrics(corpus, Decide(first, second, threshold, pool), gold);
        return (File(Learn(lessons.All(), threads: 2), pool, measured.Select(m => FormattableString.Invariant($"{m.Corpus} {m.Name} {m.Value:F4} {m.Count}")), command), measured);
    }

    private ModelFile File(PassageTeacher learned, SecondPool pool, IEnumerable<string> figures, string command) =>
        new([.. learned.Sections(pretrained.Vocabulary), new("pool", Weights.Pack([pool.Share, pool.Shift, pool.Low, pool.High]))])
        {
            Name = CheckworthyClassifier.ModelName,
            FeatureSet = CheckworthyClassifier.FeatureSet,
            Command = command,
            Scores = string.Join("; ", figures) + " (cross-validated on train)",
        };

    private PassageTeacher Learn(List<Sample> sentences, int threads)
    {
        // What was made of the corpus tells it more; sentences of others take three times as long.
        sentences = [.. sentences.Where(s => s.Group.Length > 0)];
        var tuning = new TeacherOptions { Epochs = options.SecondEpochs };
        List<int[]> passages = [.. sentences.Select(s => pretrained.Pieces.Cut(s.Text, PieceAttention.LongestPassage).Pieces)];
        var shape = new TransformerShape { Layers = options.SecondLayers, Dropout = tuning.Dropout, Threads = threads };
        var learned = new PassageTeacher(new TransformerEncoder(pretrained.Tensors, shape), corpus.Task.Labels, tuning);
        learned.Train(passages, [.. sentences.Select(s => s.Targets(corpus.Task.Labels, tuning.Smoothing, options.TaughtShare))]);
        return learned;
    }
}
