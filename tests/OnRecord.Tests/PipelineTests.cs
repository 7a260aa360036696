using OnRecord.Language;

namespace OnRecord.Tests;

public sealed class PipelineTests
{
    [Fact]
    public void A_stage_before_what_it_needs_is_refused_and_the_missing_part_is_named()
    {
        var build = () => new PipelineBuilder().Add(new FixedStage("Extract", RecordPart.Analysis, RecordPart.Attributions, r => r)).Build();

        build.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.PipelineOrder)
            .WithMessage("The stage 'Extract' needs Analysis, which no stage before it gives. Add a stage that gives Analysis before it.");
    }

    [Fact]
    public void A_stage_that_throws_becomes_a_failure_without_the_text_of_the_message()
    {
        var pipeline = new PipelineBuilder().Add(new FixedStage("Clean", RecordPart.None, RecordPart.Article, _ => throw new InvalidOperationException("secret words"))).Build();
        var raw = new RawDocument { Path = "a.txt", Bytes = new byte[] { 65 }, Sha256 = "", Form = DocumentForm.PlainText };

        var reading = pipeline.Read(raw, TestContext.Current.CancellationToken);

        reading.IsComplete.Should().BeFalse();
        var failure = reading.Failures.Should().ContainSingle().Which;
        failure.Code.Should().Be(DiagnosticCodes.StageFailed);
        failure.Message.Should().Contain("'Clean'").And.Contain("InvalidOperationException").And.NotContain("secret words");
    }

    private sealed class FixedStage(string name, RecordPart needs, RecordPart gives, Func<Reading, Reading> run) : IStage
    {
        public string Name => name;

        public RecordPart Needs => needs;

        public RecordPart Gives => gives;

        public Reading Run(Reading reading) => run(reading);
    }
}
