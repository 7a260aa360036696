using System.Text;
using OnRecord.Cli;
using OnRecord.Models.English;

namespace OnRecord.Tests.Cli;

/// <summary>A folder of its own with documents in it, and the command line run inside the test's process on real files.</summary>
internal sealed class Newsroom : IDisposable
{
    public const string Article = "Harbour to reopen\n\n\"The harbour opens in May,\" Mayor Ada Quill said. \"Nobody can stop it now.\"\n\nQuill said the city had paid for the work.\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("onrecord-").FullName;

    public string Ledger => Path.Combine(Folder, "onrecord.db");

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Outcome Run(params string[] args) => Run(new MemoryStream(), CancellationToken.None, args);

    public Outcome Run(Stream input, CancellationToken stopping, params string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = RunInto(output, input, stopping, args);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    public (int Status, string Error) RunInto(Stream output, Stream input, CancellationToken stopping, params string[] args)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(args, new CommandContext
        {
            Input = input,
            Output = output,
            Error = error,
            Time = TimeProvider.System,
            Models = EnglishModels.Set,
            Folder = Folder,
            Stopping = stopping,
            Width = 80,
        });
        return (status, error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal sealed record Outcome(int Status, string Output, string Error)
    {
        public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
