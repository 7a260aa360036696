using OnRecord.Cli.Output;
using OnRecord.Cli.Tables;
using OnRecord.Formats;

namespace OnRecord.Cli.Commands;

/// <summary>Prints readings one after the other: as tables for a person, or in one of the formats for a program.</summary>
internal sealed class DocumentPrinter : IDisposable
{
    private readonly RecordWriter? writer;
    private readonly Screen? screen;

    private DocumentPrinter(RecordWriter? writer, Screen? screen) => (this.writer, this.screen) = (writer, screen);

    public bool IsForPeople => screen is not null;

    public static DocumentPrinter Create(RecordFormat? format, OffsetUnit unit, CommandContext context) => format is { } chosen
        ? new DocumentPrinter(RecordWriter.Create(chosen, context.Output, unit), null)
        : new DocumentPrinter(null, new Screen(context));

    public void Print(Reading reading)
    {
        writer?.Write(reading);
        if (screen is null || reading.Article is null) return;
        ReadingTable.Print(screen.Console, reading);
        screen.Flush();
    }

    public void Print(Failure failure) => writer?.Write(failure);

    public void Finish() => writer?.Finish();

    public void Dispose()
    {
        writer?.Dispose();
        screen?.Dispose();
    }
}
