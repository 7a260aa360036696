using System.Diagnostics;
using System.Runtime.InteropServices;
using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Evaluate;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Lab.Train.Network;
using OnRecord.Lab.Train.Transformer;

namespace OnRecord.Lab.Train;

/// <summary>Makes the weights of the attribution stage: the tagger of roles and the linker of spans.</summary>
internal static class AttributionTraining
{
    private const int LeastCount = 2;
    private const int MostRows = 600_000;
    private const int CalibrationBins = 25;

    /// <summary>Trains and writes the weights.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    /// <param name="folder">The folder of weights.</param>
    /// <param name="options">The settings.</param>
    /// <param name="teachers">The files of the encoders that teachers are tuned out of; none to learn from the corpus alone.</param>
    /// <param name="lessons">A folder to keep what the teachers say; null for none.</param>
    /// <param name="log">Told what was done.</param>
    public static int Run(string corpora, string folder, AttributionOptions options, IReadOnlyList<string> teachers, string? lessons, TextWriter log)
    {
        var clock = Stopwatch.StartNew();
        var models = ModelSet.FromFolder(folder);
        var name = options.Fast ? "attribution-fast" : "attribution";
        var output = Path.Combine(folder, name + ".orm");
        Func<string, Analysis> analyse = options.Fast ? text => Analyser.Analyse(text) : Reader(EnglishAnalyser.Create(models));
        var documents = AttributionDocument.Read(Path.Combine(corpora, "polnear", "train.jsonl.gz"));
        var analyses = documents.Select(d => analyse(d.Text)).ToList();
        var roles = documents.Select((d, i) => GoldRoles.Of(d, analyses[i])).ToList();
        var exchanged = ExchangedDocuments.Of(documents, EnglishAnalyser.Create(models), options.Exchanged);
        var cues = CountCues(analyses, roles);
        log.WriteLine(FormattableString.Invariant($"{documents.Count} documents, {analyses.Sum(a => a.Tokens.Count)} tokens read in {clock.Elapsed.TotalSeconds:F0} s"));

        var featureShare = options.Fast ? 0 : options.FeatureShare;
        var sections = new List<KeyValuePair<string, ReadOnlyMemory<byte>>> { cues.ToSection() };
        sections.Add(FeatureWeights.Section("links", 1, LinkTraining.Train(documents, analyses, cues, log)));
        if (featureShare > 0) sections.AddRange(TrainFeatures(analyses, roles, cues, options, clock, log));

        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        var dev = AttributionDocument.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz"));
        List<AttributionDocument> everything = [.. documents, .. exchanged];
        List<Analysis> read = [.. analyses, .. exchanged.Select(d => analyse(d.Text))];
        var passages = RolePassages.Of(everything, read, [.. roles, .. exchanged.Select((d, i) => GoldRoles.Of(d, read[documents.Count + i]))], cues, vectors, out var annotators);
        passages = RoleLessons.Hear(read, documents.Count, passages, [.. teachers.Select(path => (Path.GetFileNameWithoutExtension(path), PretrainedEncoder.Read(path)))], options, lessons, log);
        log.WriteLine(FormattableString.Invariant($"{passages.Count} passages with {passages.Sum(p => p.Labels.Length)} tokens at {clock.Elapsed.TotalSeconds:F0} s"));
        var calibration = new KeyValuePair<string, ReadOnlyMemory<byte>>("calibration", default);
        var networks = new List<RoleNetworkTrainer>();
        for (var n = 0; n < options.Networks; n++)
        {
            var network = new RoleNetworkTrainer(vectors, options.Layers, options.Units, options.Seed + n)
            {
                Epochs = options.NetworkEpochs,
                Batch = 24,
                Rate = options.NetworkRate,
                InputDropout = options.InputDropout,
                LayerDropout = options.LayerDropout,
                TaughtShare = options.TaughtShare,
            };
            networks.Add(network);
            network.Train(passages, epoch =>
            {
                if (epoch % 4 == 3 || epoch == options.NetworkEpochs - 1) Report(epoch);
            }, log);
        }

        // What the model thinks of the dev attributions is held against what people marked there.
        calibration = Calibration.Fit(Assemble(featureShare, out _).Judged, CalibrationBins);
        var scores = Assemble(featureShare, out var file);
        file = Describe(file.Sections, string.Join(", ", scores.Metrics("polnear", 0).Select(m => FormattableString.Invariant($"{m.Name} {m.Value:F4}"))) + " on polnear dev");
        using (var stream = File.Create(output)) file.Write(stream);
        log.WriteLine(FormattableString.Invariant($"{file.Scores}\nwrote {output}, {new FileInfo(output).Length / 1e6:F1} MB, at {clock.Elapsed.TotalSeconds:F0} s"));
        return 0;

        void Report(int epoch)
        {
            foreach (var share in (float[])[0, featureShare, 0.25f * Math.Sign(featureShare)])
            {
                var metrics = Assemble(share, out _).Metrics("polnear", 0).Where(m => m.Name.EndsWith("f1", StringComparison.Ordinal));
                log.WriteLine(FormattableString.Invariant($"network {networks.Count}, epoch {epoch + 1}, share of features {share}: ") + string.Join(", ", metrics.Select(m => FormattableString.Invariant($"{m.Name} {100 * m.Value:F1}"))));
            }
        }

        AttributionScores Assemble(float share, out ModelFile made)
        {
            float[] shares = [share, .. networks.Select(_ => (1 - share) / networks.Count)];
            made = Describe([.. sections, .. networks.SelectMany((n, i) => n.Sections(AttributionTagger.NetworkName(i), annotators)), new("pool", MemoryMarshal.AsBytes<float>(shares).ToArray()), calibration], "");
            using var memory = new MemoryStream();
            made.Write(memory);
            memory.Position = 0;
            made = ModelFile.Read(memory, name);
            return AttributionEvaluation.Score(dev, analyse, new AttributionReader(made, vectors));
        }

        ModelFile Describe(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> parts, string measured) => new(parts)
        {
            Name = name,
            FeatureSet = AttributionTagger.Identity,
            Command = "lab train attribution --corpora DIR" + string.Concat(teachers.Select(path => " --teacher " + Path.GetFileName(path))) + options,
            Scores = measured,
        };
    }

    /// <summary>
    /// Pools the trained parts of a weight file anew, with the shares and the number of networks of the options, and fits its
    /// confidence to what comes out: what the training would have written with these options.
    /// </summary>
    public static int Repool(string corpora, string folder, AttributionOptions options, TextWriter log)
    {
        var models = ModelSet.FromFolder(folder);
        var name = options.Fast ? "attribution-fast" : "attribution";
        var file = models.Open(name);
        var shares = new float[options.Networks + 1];
        shares.AsSpan(1).Fill((1 - (shares[0] = options.Fast ? 0 : options.FeatureShare)) / options.Networks);
        var dev = AttributionDocument.Read(Path.Combine(corpora, "polnear", "dev.jsonl.gz"));
        var vectors = WordVectors.Load(models.Open(WordVectors.ModelName));
        Func<string, Analysis> analyse = options.Fast ? text => Analyser.Analyse(text) : Reader(EnglishAnalyser.Create(models));
        var sections = file.Sections.Where(s => s.Key is not "pool" and not "calibration" && !Enumerable.Range(options.Networks, 16).Any(i => s.Key.StartsWith(AttributionTagger.NetworkName(i) + ".", StringComparison.Ordinal))).ToList();
        sections.Add(new("pool", MemoryMarshal.AsBytes<float>(shares).ToArray()));
        var made = Made(default, "");
        made = Made(Calibration.Fit(Score(made).Judged, CalibrationBins).Value, "");
        var measured = string.Join(", ", Score(made).Metrics("polnear", 0).Select(m => FormattableString.Invariant($"{m.Name} {m.Value:F4}"))) + " on polnear dev";
        made = Made(made.Section("calibration"), measured);
        using (var stream = File.Create(Path.Combine(folder, name + ".orm"))) made.Write(stream);
        log.WriteLine(measured);
        return 0;

        AttributionScores Score(ModelFile candidate) => AttributionEvaluation.Score(dev, analyse, new AttributionReader(candidate, vectors));

        ModelFile Made(ReadOnlyMemory<byte> calibration, string scores)
        {
            using var memory = new MemoryStream();
            new ModelFile([.. sections, new("calibration", calibration)]) { Name = name, FeatureSet = AttributionTagger.Identity, Command = Pooled(), Scores = scores }.Write(memory);
            memory.Position = 0;
            return ModelFile.Read(memory, name);
        }

        // What it was trained by, and what was done with it since.
        string Pooled() => file.Command.Split(';')[0] + "; lab train pool" + options;
    }

    private static Func<string, Analysis> Reader(EnglishAnalyser analyser) => text => analyser.Analyse(text);

    private static List<KeyValuePair<string, ReadOnlyMemory<byte>>> TrainFeatures(List<Analysis> analyses, List<byte[]> roles, CueLexicon cues, AttributionOptions options, Stopwatch clock, TextWriter log)
    {
        var table = new FeatureTable();
        ForEachPassage(analyses, cues, (_, _, features, _, _) => table.Count(features));
        table.Freeze(LeastCount);
        var examples = new List<ChainExample>();
        ForEachSequence(analyses, cues, table, roles, examples);
        log.WriteLine(FormattableString.Invariant($"{table.Features.Count} features, {examples.Count} passages at {clock.Elapsed.TotalSeconds:F0} s"));
        var trainer = new ChainTrainer(RoleSpan.Roles, table.Features.Count) { Epochs = options.Epochs, Rate = options.Rate, Dropout = options.Dropout, Decay = options.Decay };
        trainer.Train(examples, RoleChain.Forbidden, (epoch, loss) => log.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: loss {loss:F0} at {clock.Elapsed.TotalSeconds:F0} s")));
        return
        [
            FeatureWeights.Section("features", RoleSpan.Roles, Largest(table, trainer)),
            new("features.chain", MemoryMarshal.AsBytes(trainer.Starts.Concat(trainer.Transitions).ToArray().AsSpan()).ToArray()),
        ];
    }

    private static CueLexicon CountCues(List<Analysis> analyses, List<byte[]> roles)
    {
        var none = new CueLexicon([]);
        var seen = new Dictionary<uint, (int Cue, int All)>();
        for (var d = 0; d < analyses.Count; d++)
        {
            var tokens = new TokenAttributes(analyses[d], none);
            for (var i = 0; i < tokens.Folded.Length; i++)
            {
                if (tokens.IsMark[i]) continue;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, tokens.Folded[i], out _);
                count.All++;
                if (roles[d][i] is (byte)Role.CueBegins or (byte)Role.CueGoesOn) count.Cue++;
            }
        }
        var levels = new Dictionary<uint, byte>();
        foreach (var (word, (cue, all)) in seen)
        {
            // One is taken off so that a word seen once or twice is not taken for a sure cue.
            var share = (cue - 1.0) / all;
            if (cue < 4 || share < 0.08) continue;
            levels[word] = share > 0.5 ? (byte)3 : share > 0.2 ? (byte)2 : (byte)1;
        }
        return new CueLexicon(levels);
    }

    private static void ForEachPassage(List<Analysis> analyses, CueLexicon cues, FeatureVisitor visit)
    {
        var buffer = new uint[AttributionFeatures.MostFeatures];
        for (var d = 0; d < analyses.Count; d++)
        {
            var tokens = new TokenAttributes(analyses[d], cues);
            foreach (var (first, end, isFirst) in Passages.Of(analyses[d]))
            {
                using var features = new AttributionFeatures(tokens, first, end, isFirst);
                for (var i = first; i < end; i++) visit(d, i, buffer.AsSpan(0, features.Fill(i, buffer)), first, end);
            }
        }
    }

    private static void ForEachSequence(List<Analysis> analyses, CueLexicon cues, FeatureTable table, List<byte[]> roles, List<ChainExample> examples)
    {
        var rows = new List<int[]>();
        ForEachPassage(analyses, cues, (d, i, features, first, end) =>
        {
            rows.Add(table.Rows(features));
            if (i != end - 1) return;
            examples.Add(new ChainExample([.. rows], roles[d][first..end]));
            rows.Clear();
        });
    }

    // The rows that matter most; the others would double the file for a tenth of a point.
    private static IEnumerable<(uint Feature, float[] Weights)> Largest(FeatureTable table, ChainTrainer trainer)
    {
        var size = new float[table.Features.Count];
        for (var row = 0; row < size.Length; row++)
        {
            for (var l = 0; l < RoleSpan.Roles; l++) size[row] = Math.Max(size[row], Math.Abs(trainer.Weights[row * RoleSpan.Roles + l]));
        }
        var threshold = size.Length <= MostRows ? 0 : size.OrderDescending().ElementAt(MostRows);
        for (var row = 0; row < size.Length; row++)
        {
            if (size[row] > threshold) yield return (table.Features[row], trainer.Weights[(row * RoleSpan.Roles)..((row + 1) * RoleSpan.Roles)]);
        }
    }

    private delegate void FeatureVisitor(int document, int token, ReadOnlySpan<uint> features, int first, int end);
}
