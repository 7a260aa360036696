using System.Globalization;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>
/// Writes brat's stand-off annotations: an event for each attribution, with its content as the trigger and its source and
/// cue as the arguments, and the speaker as a note. One document's annotations are an .ann file as they stand; each
/// further document starts with a line <c>==&gt; PATH &lt;==</c>.
/// </summary>
internal sealed class BratWriter(Stream stream, OffsetUnit unit) : RecordWriter
{
    private bool isStarted;

    public override void Write(Reading reading)
    {
        if (isStarted) Put(string.Create(CultureInfo.InvariantCulture, $"\n==> {reading.Raw.Path} <==\n"));
        isStarted = true;
        if (reading.Article is not { } article) return;
        var positions = new Positions(article.Text, unit);
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        var lines = new StringBuilder();
        var texts = 0;
        var events = 0;
        foreach (var attribution in reading.Attributions)
        {
            var type = attribution.Kind.ToString();
            var trigger = AppendText(lines, type, article.Text, attribution.Content, positions, ref texts);
            if (trigger is null) continue;
            var source = AppendText(lines, "Source", article.Text, attribution.Source, positions, ref texts);
            var cue = AppendText(lines, "Cue", article.Text, attribution.Cue, positions, ref texts);
            events++;
            lines.Append(CultureInfo.InvariantCulture, $"E{events}\t{type}:{trigger}");
            if (source is not null) lines.Append(" Source:").Append(source);
            if (cue is not null) lines.Append(" Cue:").Append(cue);
            var note = attribution.Speaker is { } speaker ? "speaker: " + names[speaker] : "not resolved: " + attribution.Unresolved;
            lines.Append(CultureInfo.InvariantCulture, $"\n#{events}\tAnnotatorNotes E{events}\t{OneLine(note)}\n");
        }
        Put(lines.ToString());
    }

    public override void Finish() => stream.Flush();

    private static string? AppendText(StringBuilder lines, string type, string text, IReadOnlyList<TextSpan> spans, Positions positions, ref int texts)
    {
        var pieces = spans.SelectMany(span => Lines(text, span)).ToList();
        if (pieces.Count == 0) return null;
        texts++;
        var ranges = pieces.Select(positions.Of).Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Start} {range.End}"));
        lines.Append(CultureInfo.InvariantCulture, $"T{texts}\t{type} ").AppendJoin(';', ranges).Append('\t')
            .AppendJoin(' ', pieces.Select(piece => piece.Slice(text))).Append('\n');
        return string.Create(CultureInfo.InvariantCulture, $"T{texts}");
    }

    /// <summary>The span without line breaks: brat's fragments may not reach over one.</summary>
    private static IEnumerable<TextSpan> Lines(string text, TextSpan span)
    {
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && text[i] is not ('\r' or '\n')) continue;
            if (i > start && !string.IsNullOrWhiteSpace(text[start..i])) yield return new TextSpan(start, i);
            start = i + 1;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private void Put(string text) => stream.Write(Encoding.UTF8.GetBytes(WellFormed.Of(text)));
}
