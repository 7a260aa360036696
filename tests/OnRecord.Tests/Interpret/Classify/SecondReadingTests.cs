using AwesomeAssertions;
using OnRecord.Interpret.Classify;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Pieces;
using OnRecord.Models.English;
using OnRecord.Tests.Lab;
using Xunit;

namespace OnRecord.Tests.Interpret.Classify;

public sealed class SecondReadingTests
{
    private static readonly TransformerShape Shape = new() { Width = 64, Heads = 2, Inner = 96, Layers = 1, Dropout = 0 };

    [Fact]
    public void Only_what_is_in_doubt_is_read_again()
    {
        var second = Make(share: 0.7f, shift: 0.25f, low: 0.25f, high: 0.5f);
        float[] probabilities = [0.1f, 0.25f, 0.4f, 0.5f, 0.75f];
        string[] texts = ["the pact", "the pact holds", "5 pacts.", "holds", "pact"];
        var asked = new List<int>();
        second.Reconsider(probabilities, i =>
        {
            asked.Add(i);
            return texts[i].AsMemory();
        });

        asked.Should().Equal(1, 2, 3);
        second.Pool.Should().Be(new SecondPool((float)(Half)0.7f, 0.25f, 0.25f, 0.5f));
        var scores = second.Scores([.. texts.Select(t => t.AsMemory())]);
        probabilities[0].Should().Be(0.1f);
        probabilities[1].Should().Be(second.Pool.Joined(0.25f, scores[1]));
        probabilities[3].Should().Be(second.Pool.Joined(0.5f, scores[3]));
        probabilities[4].Should().Be(0.75f);
        scores.Distinct().Should().HaveCount(texts.Length);
    }

    [Fact]
    public void Its_scores_are_those_of_the_teacher_within_what_eight_bits_can_say()
    {
        var teacher = Teacher();
        var second = Make(0.5f, 0, 0, 1, teacher);
        string[] texts = ["the pact holds", "5 pacts."];
        var pieces = new WordPieces(TinyEncoder.Vocabulary);
        var expected = teacher.Answers([.. texts.Select(t => pieces.Cut(t, 20).Pieces)]);
        var scores = second.Scores([.. texts.Select(t => t.AsMemory())]);
        for (var i = 0; i < texts.Length; i++) scores[i].Should().BeApproximately(expected[i].Scores[1] - expected[i].Scores[0], 0.05f);
    }

    [Theory]
    [InlineData(0, 0, 0.3f)]
    [InlineData(1, 0, 0.5f)]
    [InlineData(0.5f, 0, 0.3956f)]
    [InlineData(0, 0.8473f, 0.5f)]
    public void Both_readings_have_their_share(float share, float shift, float expected) =>
        new SecondPool(share, shift, 0, 1).Joined(0.3f, 0).Should().BeApproximately(expected, 0.0001f);

    [Fact]
    public void What_ships_reads_again_what_it_is_in_doubt_about_and_nothing_else()
    {
        var analyser = EnglishAnalyser.Create(EnglishModels.Set);
        var first = new SentenceClassifier(EnglishModels.Set.Open(ClassifierTask.ModelName), ClassifierTask.Checkworthy, WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName)));
        var pool = new SecondReading(EnglishModels.Set.Open(CheckworthyClassifier.ModelName)).Pool;
        string[] subjects = ["The harbour", "My opponent", "Every third school in the county", "We"], ends = ["is a disgrace.", "has lost money since he took office.", "should be asked about the levy.", "voted for the tariff twice.", "needs more teachers than it has.", "will not wait."];
        SentenceView[] views = [.. subjects.SelectMany(s => ends.Select(e => analyser.Analyse(s + " " + e))).Select(a => new SentenceView(a, 0, a.Tokens.Count))];

        float[] before = [.. first.Probabilities(views).Select(p => p[1])];
        var after = new CheckworthyClassifier(EnglishModels.Set).Probabilities(views);

        before.Should().Contain(p => pool.IsDoubtful(p)).And.Contain(p => !pool.IsDoubtful(p));
        for (var i = 0; i < views.Length; i++) (after[i] != before[i]).Should().Be(pool.IsDoubtful(before[i]));
    }

    [Fact]
    public void Weights_of_another_feature_set_are_refused_and_missing_ones_are_told()
    {
        var missing = () => new CheckworthyClassifier(new ModelSet("a test", name => name == CheckworthyClassifier.ModelName ? null : Opened(name)));
        missing.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.ModelMissing);
        var other = () => new CheckworthyClassifier(new ModelSet("a test", name => name == CheckworthyClassifier.ModelName ? Written("checkworthy/0") : Opened(name)));
        other.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.ModelMismatch);
    }

    private static PassageTeacher Teacher()
    {
        var teacher = new PassageTeacher(new TransformerEncoder(TinyEncoder.Weights(Shape, PieceAttention.LongestPassage), Shape), 2, new TeacherOptions { Epochs = 1 });
        teacher.Train([[0, 5, 6, 1], [0, 8, 1]], [[0, 1], [1, 0]]);
        return teacher;
    }

    private static SecondReading Make(float share, float shift, float low, float high, PassageTeacher? teacher = null) =>
        new(new ModelFile([.. (teacher ?? Teacher()).Sections(TinyEncoder.Vocabulary), new("pool", Weights.Pack([share, shift, low, high]))]) { Name = "some", FeatureSet = "some/1", Command = "none", Scores = "" });

    private static MemoryStream Written(string featureSet)
    {
        var stream = new MemoryStream();
        new ModelFile([]) { Name = CheckworthyClassifier.ModelName, FeatureSet = featureSet, Command = "none", Scores = "" }.Write(stream);
        stream.Position = 0;
        return stream;
    }

    // The weights that ship, as bytes of their own.
    private static Stream? Opened(string name) => typeof(EnglishModels).Assembly.GetManifestResourceStream(typeof(EnglishModels).Assembly.GetManifestResourceNames().Single(n => n.EndsWith(name + ".orm", StringComparison.Ordinal)));
}
