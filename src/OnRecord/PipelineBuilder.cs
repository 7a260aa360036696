using OnRecord.Language;

namespace OnRecord;

/// <summary>Collects stages and builds a <see cref="Pipeline"/> of them. Not safe to share between threads.</summary>
public sealed class PipelineBuilder
{
    private readonly List<IStage> stages = [];

    /// <summary>Adds a stage after those already added.</summary>
    public PipelineBuilder Add(IStage stage)
    {
        stages.Add(stage);
        return this;
    }

    /// <summary>Builds the pipeline.</summary>
    /// <exception cref="OnRecordException">OR4001: a stage needs what no stage before it gives, or two stages give the same.</exception>
    public Pipeline Build()
    {
        var given = RecordPart.None;
        foreach (var stage in stages)
        {
            var missing = stage.Needs & ~given;
            if (missing != RecordPart.None)
            {
                throw new OnRecordException(DiagnosticCodes.PipelineOrder, $"The stage '{stage.Name}' needs {missing}, which no stage before it gives. Add a stage that gives {missing} before it.");
            }
            var twice = stage.Gives & given;
            if (twice != RecordPart.None)
            {
                throw new OnRecordException(DiagnosticCodes.PipelineOrder, $"The stage '{stage.Name}' gives {twice}, which a stage before it gives already. Leave one of the two out.");
            }
            given |= stage.Gives;
        }
        return new Pipeline([.. stages]);
    }
}
