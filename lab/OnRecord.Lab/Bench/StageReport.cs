using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OnRecord.Lab.Bench;

/// <summary>Runs the benchmark of the stages and prints tokens a second and bytes a token for each, on one thread.</summary>
internal static class StageReport
{
    public static int Run(string corpora, TextWriter output)
    {
        StageBenchmark.Corpora = corpora;
        var config = ManualConfig.CreateMinimumViable().AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "onrecord-bench"));
        var summary = BenchmarkRunner.Run<StageBenchmark>(config);
        output.WriteLine(FormattableString.Invariant($"{"stage",-10}{"tokens/s",14}{"ns/token",12}{"± ns",10}{"bytes/token",14}"));
        foreach (var report in summary.Reports)
        {
            if (report.ResultStatistics is not { } statistics) return 1;
            var nanoseconds = statistics.Mean / StageBenchmark.Tokens;
            var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            output.WriteLine(FormattableString.Invariant($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name,-10}{1e9 / nanoseconds,14:N0}{nanoseconds,12:F0}{statistics.StandardError / StageBenchmark.Tokens,10:F0}{(double)bytes / StageBenchmark.Tokens,14:F0}"));
        }
        return 0;
    }
}
