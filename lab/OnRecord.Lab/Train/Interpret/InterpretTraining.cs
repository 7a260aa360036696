using System.Diagnostics;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Evaluate;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>
/// Makes the weights of the interpreting classifiers. Each task is cross-validated first: that gives the figures and the
/// threshold. What ships is trained on all of the train part. Where an encoder is given, the classifiers of one corpus learn
/// from teachers tuned out of it as well, and a part of it learns to read again what the classifier of check-worthiness is in
/// doubt about: that is a weight file of its own. Nothing else of the encoder is in the weights.
/// </summary>
internal static class InterpretTraining
{
    /// <summary>Runs the training.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="folder">The folder of weights.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="teachers">The files of the encoders that teachers are tuned out of; none to learn from the corpora alone.</param>
    /// <param name="lessons">A folder that keeps what the teachers say, for another run; null for none.</param>
    /// <param name="log">Told what is done.</param>
    public static int Run(string corpora, string folder, InterpretOptions options, IReadOnlyList<string> teachers, string? lessons, TextWriter log)
    {
        var pretrained = teachers.Select(path => (Path.GetFileNameWithoutExtension(path), PretrainedEncoder.Read(path))).ToList();
        var clock = Stopwatch.StartNew();
        var models = ModelSet.FromFolder(folder);
        var analyser = EnglishAnalyser.Create(models);
        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        var sections = new List<KeyValuePair<string, ReadOnlyMemory<byte>>>();
        var figures = new List<string>();
        var older = options.Only.Length == 0 ? null : models.Open(ClassifierTask.ModelName);
        foreach (var corpus in InterpretCorpus.All)
        {
            if (older is not null && !options.Only.Split('+').Contains(corpus.Name))
            {
                sections.AddRange(older.Sections.Where(s => s.Key.StartsWith(corpus.Task.Name + ".", StringComparison.Ordinal)));
                figures.AddRange(Weights.ReadLines(older, LabelScores.CrossValidated).Where(line => line.Split(' ')[0] == corpus.Name));
                continue;
            }
            var samples = corpus.Samples(Path.Combine(corpora, corpus.TrainFile), analyser);
            log.WriteLine(FormattableString.Invariant($"{corpus.Name}: {samples.Count} sentences at {clock.Elapsed.TotalSeconds:F0} s"));
            var heard = pretrained.Count == 0 || !options.Taught.Split('+').Contains(corpus.Name) ? null : Lessons.Hear(corpora, corpus, samples, analyser, pretrained, options, lessons, log);
            var own = heard is null ? options : options.ForPupils();
            var isReadAgain = options.ReadAgain.Split('+').Contains(corpus.Name);
            if (isReadAgain && heard is null) log.WriteLine($"  what reads its doubtful sentences again is learned from teachers: {CheckworthyClassifier.ModelName} stays as it is");
            var second = heard is null || !isReadAgain ? null : new SecondReadingTraining(corpus, heard, pretrained[0].Item2, own);
            float[]? again = null;
            Validated? found = null;
            Parallel.Invoke(() => again = second?.CrossValidate(samples, log), () => found = CrossValidate(corpus, samples, heard, vectors, own, log));
            var (threshold, context, first, measured) = found!;
            if (again is not null)
            {
                (var made, measured) = second!.Finish(samples, [.. first.Select(p => p[1])], again, threshold, Command(teachers, options), log);
                Write(made, folder, log);
            }
            figures.AddRange(measured.Select(m => FormattableString.Invariant($"{m.Corpus} {m.Name} {m.Value:F4} {m.Count}")));
            log.WriteLine(FormattableString.Invariant($"{string.Join("; ", figures)} at {clock.Elapsed.TotalSeconds:F0} s"));
            sections.AddRange(Sections(corpus.Task, Learn(corpus, heard?.All() ?? samples, vectors, own), own, threshold, context));
        }
        sections.Add(new(LabelScores.CrossValidated, Weights.Pack(figures)));
        var file = new ModelFile(sections)
        {
            Name = ClassifierTask.ModelName,
            FeatureSet = ClassifierTask.FeatureSet,
            Command = Command(teachers, options),
            Scores = string.Join("; ", figures) + " (cross-validated on train)",
        };
        Write(file, folder, log);
        log.WriteLine(FormattableString.Invariant($"done at {clock.Elapsed.TotalSeconds:F0} s"));
        return 0;
    }

    private static string Command(IReadOnlyList<string> teachers, InterpretOptions options) =>
        "lab train interpret --corpora DIR" + string.Concat(teachers.Select(path => " --teacher " + Path.GetFileName(path))) + options;

    private static void Write(ModelFile file, string folder, TextWriter log)
    {
        var path = Path.Combine(folder, file.Name + ".orm");
        using (var stream = File.Create(path)) file.Write(stream);
        log.WriteLine(FormattableString.Invariant($"wrote {path}, {new FileInfo(path).Length / 1e6:F1} MB"));
    }

    private static Validated CrossValidate(InterpretCorpus corpus, List<Sample> samples, Lessons? heard, WordVectors vectors, InterpretOptions options, TextWriter log)
    {
        var isByAccuracy = corpus.Task == ClassifierTask.Claims;
        var folds = corpus.FoldsOf(samples);
        var pooled = new float[samples.Count][];
        var (linear, network) = (new float[samples.Count][], new float[samples.Count][]);
        // Teachers are tuned one after the other; their pupils need no more than a processor each.
        var lessons = Enumerable.Range(0, corpus.Folds).Select(fold => heard?.Without(fold) ?? [.. samples.Where((_, i) => folds[i] != fold)]).ToArray();
        Parallel.For(0, corpus.Folds, fold =>
        {
            var model = Learn(corpus, lessons[fold], vectors, options);
            for (var i = 0; i < samples.Count; i++)
            {
                if (folds[i] != fold) continue;
                linear[i] = model.Linear.Scores(samples[i]);
                network[i] = model.NetworkScores(samples[i].View);
            }
        });
        var gold = samples.Select(s => s.Label).ToArray();
        if (heard is not null) log.WriteLine($"  the teachers themselves: {LabelScores.Describe(heard.OfTeachers, gold, LabelScores.BestThreshold(heard.OfTeachers, gold, isByAccuracy))}");
        foreach (var share in (float[])[1, 0.8f, 0.65f, options.LinearShare, 0.35f, 0.2f, 0])
        {
            for (var i = 0; i < pooled.Length; i++) pooled[i] = Pool(linear[i], network[i], share);
            log.WriteLine(FormattableString.Invariant($"  share of the linear model {share}: {LabelScores.Describe(pooled, gold, LabelScores.BestThreshold(pooled, gold, isByAccuracy))}"));
        }
        for (var i = 0; i < pooled.Length; i++) pooled[i] = Pool(linear[i], network[i], options.LinearShare);
        var best = (Score: -1.0, Context: 0f, Threshold: 0f, Decided: (int[])[]);
        foreach (var context in corpus.IsByGroup ? (float[])[0, 0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.4f] : [0f])
        {
            var leaning = corpus.InContext(samples, pooled, context);
            var threshold = LabelScores.BestThreshold(leaning, gold, isByAccuracy);
            int[] decided = [.. leaning.Select(p => LabelScores.Decide(p, threshold))];
            var score = isByAccuracy ? LabelScores.Accuracy(decided, gold) : LabelScores.F1(decided, gold, 1);
            log.WriteLine(FormattableString.Invariant($"  weight of the neighbours {context}: {LabelScores.Describe(leaning, gold, threshold)}"));
            if (score > best.Score) best = (score, context, threshold, decided);
        }
        return new Validated(best.Threshold, best.Context, [.. pooled], LabelScores.Metrics(corpus, best.Decided, gold));
    }

    private static float[] Pool(float[] linear, float[] network, float share) =>
        SentenceClassifier.Softmax([.. linear.Select((s, l) => share * s + (1 - share) * network[l])]);

    private static Learned Learn(InterpretCorpus corpus, IReadOnlyList<Sample> samples, WordVectors vectors, InterpretOptions options)
    {
        var linear = new LinearTrainer(samples, corpus.Task.Labels, options.LeastCount, options.LinearEpochs, options.LinearRate, options.LinearDecay, options.TaughtShare);
        linear.Keep(options.MostFeatures);
        // The network learns the sentences of the corpus and what was made of them; those of others gain it little, pooled.
        samples = [.. samples.Where(s => s.Group.Length > 0)];
        // Memory is worth more where there is much to learn from, and reads small corpora by heart.
        var isLongShortTerm = samples.Count > options.FewestForMemory;
        var networks = new SentenceNetworkTrainer[corpus.Networks];
        for (var i = 0; i < networks.Length; i++)
        {
            networks[i] = new SentenceNetworkTrainer(vectors, corpus.Task.Labels, 100 + i, isLongShortTerm, options.HintWeight > 0 ? samples[0].Hints.Select(h => h.Length) : [], options);
            networks[i].Train(samples, samples.Count > 5000 ? options.Epochs / 2 : options.Epochs);
        }
        return new Learned(linear, networks);
    }

    private static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(ClassifierTask task, Learned learned, InterpretOptions options, float threshold, float context)
    {
        yield return FeatureWeights.Section(task.Name + ".linear", task.Labels, learned.Linear.Table.Where(f => f.Weights.Any(w => Math.Abs(w) > options.LeastWeight)));
        yield return new(task.Name + ".linear-bias", Weights.Pack(learned.Linear.Bias));
        yield return new(task.Name + ".pool", Weights.Pack([options.LinearShare, threshold, learned.Networks.Length, context]));
        for (var i = 0; i < learned.Networks.Length; i++)
        {
            foreach (var section in learned.Networks[i].Sections(FormattableString.Invariant($"{task.Name}.network{i}"))) yield return section;
        }
    }

    // What cross-validation chose, the probabilities of each sentence, and how it was measured.
    private sealed record Validated(float Threshold, float Context, List<float[]> Probabilities, List<Metric> Measured);

    private sealed record Learned(LinearTrainer Linear, SentenceNetworkTrainer[] Networks)
    {
        public float[] NetworkScores(SentenceView view)
        {
            var sum = new float[Linear.Bias.Length];
            foreach (var network in Networks)
            {
                var scores = network.Scores(view);
                for (var l = 0; l < sum.Length; l++) sum[l] += scores[l] / Networks.Length;
            }
            return sum;
        }
    }
}
