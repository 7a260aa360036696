using System.Buffers;
using System.IO.Pipelines;
using OnRecord.Ledger;
using OnRecord.Server.Adding;
using OnRecord.Server.Search;

namespace OnRecord.Server.Mcp;

/// <summary>The Model Context Protocol over two streams: one message a line, in and out.</summary>
public static class McpStreams
{
    // A text to be read is a message, too.
    private const int LongestMessage = 16 * 1024 * 1024;

    /// <summary>Answers until the input ends or the token is cancelled.</summary>
    /// <param name="options">What is served; the addresses are where its pages are, for links.</param>
    /// <param name="input">Messages, each on its line.</param>
    /// <param name="output">Answers, each on its line, and nothing else.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <exception cref="Language.OnRecordException">OR5001 to OR5011: the ledger cannot be opened.</exception>
    public static async Task Run(ServerOptions options, Stream input, Stream output, CancellationToken cancellationToken)
    {
        LedgerReader.Open(options.Ledger).Dispose();
        using var record = new Record(options.Ledger, options.Time);
        using var catalogue = new CatalogueKeeper(record);
        using var desk = new ReadingDesk(options);
        var server = new McpServer(options, record, catalogue, desk);
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));
        while (!cancellationToken.IsCancellationRequested)
        {
            ReadResult read;
            try
            {
                read = await reader.ReadAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                await Answer(rest.Slice(0, end).ToArray());
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (read.IsCompleted)
            {
                await Answer(rest.ToArray());
                return;
            }
            if (rest.Length > LongestMessage) throw new Language.OnRecordException(Language.DiagnosticCodes.TooLarge, "A message is longer than 16 MB. Send less at once.");
            reader.AdvanceTo(rest.Start, rest.End);
        }

        async Task Answer(byte[] message)
        {
            if (message.AsSpan().Trim(" \r\t"u8).IsEmpty) return;
            if (await server.Answer(message, options.Addresses[0], cancellationToken) is not { } answer) return;
            await output.WriteAsync(answer, cancellationToken);
            await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }
}
