using BenchmarkDotNet.Attributes;
using OnRecord.Extract;
using OnRecord.Interpret;
using OnRecord.Interpret.Classify;
using OnRecord.Interpret.Clauses;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Models.English;

namespace OnRecord.Lab.Bench;

/// <summary>What each step of reading costs, over the same texts. The parts of Extract are measured apart.</summary>
[MemoryDiagnoser]
public class StageBenchmark
{
    private List<Reading> raw = [];
    private List<Reading> articles = [];
    private List<Reading> analysed = [];
    private List<Reading> extracted = [];
    private List<Reading> chained = [];
    private List<Reading> linked = [];
    private List<List<ReadOnlyMemory<char>>> doubtful = [];
    private IReadOnlyList<IStage> stages = [];
    private SecondReading? second;

    /// <summary>The folder of corpora; set before the run.</summary>
    internal static string Corpora { get; set; } = "";

    /// <summary>The number of tokens that every benchmark goes through once.</summary>
    internal static int Tokens { get; private set; }

    /// <summary>Reads the texts and runs each stage once, so that every benchmark has what it needs.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        stages = Pipelines.StandardPipeline.Create(EnglishModels.Set).Stages;
        raw = [.. AttributionDocument.Read(Path.Combine(Corpora, "polnear", "dev.jsonl.gz")).Select(d => new Reading { Raw = new RawDocument { Path = d.Id, Bytes = System.Text.Encoding.UTF8.GetBytes(d.Text), Sha256 = "", Form = DocumentForm.PlainText } })];
        articles = Run("Clean", raw);
        analysed = Run("Analyse", articles);
        extracted = Run("Extract", analysed);
        chained = Run("Chain", Run("Measure", extracted));
        linked = Run("Link", chained);
        second = new SecondReading(EnglishModels.Set.Open(CheckworthyClassifier.ModelName));
        doubtful = Doubtful(second.Pool);
        Tokens = analysed.Sum(r => r.Analysis!.Tokens.Count);
    }

    /// <summary>Bytes to text.</summary>
    [Benchmark]
    public int Clean() => Run("Clean", raw).Count;

    /// <summary>Tokens, sentences, quotation marks.</summary>
    [Benchmark]
    public int Analyse() => Run("Analyse", articles).Count;

    /// <summary>Who said what.</summary>
    [Benchmark]
    public int Extract() => Run("Extract", analysed).Count;

    /// <summary>Times and quantities.</summary>
    [Benchmark]
    public int Measure() => Run("Measure", analysed).Count;

    /// <summary>Mentions of the same person or thing.</summary>
    [Benchmark]
    public int Chain() => Run("Chain", extracted).Count;

    /// <summary>Entities and speakers.</summary>
    [Benchmark]
    public int Link() => Run("Link", chained).Count;

    /// <summary>Acts, claims, pledges, allegations, events.</summary>
    [Benchmark]
    public int Interpret() => Run("Interpret", linked).Count;

    /// <summary>The sentences that are doubtfully worth checking, once more: a part of Interpret.</summary>
    [Benchmark]
    public int ReadAgain() => doubtful.Sum(texts => second!.Scores(texts).Length);

    /// <summary>All of it.</summary>
    [Benchmark(Baseline = true)]
    public int Whole()
    {
        var readings = raw;
        foreach (var stage in stages) readings = Run(stage.Name, readings);
        return readings.Count;
    }

    private List<List<ReadOnlyMemory<char>>> Doubtful(SecondPool pool)
    {
        var first = new SentenceClassifier(EnglishModels.Set.Open(ClassifierTask.ModelName), ClassifierTask.Checkworthy, WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName)));
        return linked.ConvertAll(reading =>
        {
            var view = new ArticleView(reading);
            var sentences = ClaimReader.Units(view).ConvertAll(u => new SentenceView(view.Analysis, u.First, u.End));
            return sentences.Zip(first.Probabilities(sentences)).Where(p => pool.IsDoubtful(p.Second[1])).Select(p => p.First.Text).ToList();
        });
    }

    private List<Reading> Run(string stage, List<Reading> readings)
    {
        var found = stages.First(s => s.Name == stage);
        return [.. readings.Select(found.Run)];
    }
}
