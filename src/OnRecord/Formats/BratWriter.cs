using System.Globalization;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>
/// Writes brat's stand-off annotations in the layout of the PolNeAR corpus: source, cue and content as texts, and an
/// event for each attribution with these as its arguments. One document's annotations are an .ann file as they stand;
/// each further document starts with a line <c>==&gt; PATH &lt;==</c>.
/// </summary>
internal sealed class BratWriter(Stream stream, OffsetUnit unit) : RecordWriter
{
    private bool isStarted;

    public override void Write(Reading reading)
    {
        if (isStarted) Put(string.Create(CultureInfo.InvariantCulture, $"\n==> {reading.Raw.Path} <==\n"));
        isStarted = true;
        if (reading.Article is not { } article) return;
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        var file = new Annotations(article.Text, new Positions(article.Text, unit));
        foreach (var attribution in reading.Attributions) file.Add(attribution, names);
        Put(file.Finish(reading.Attributions));
    }

    public override void Finish() => stream.Flush();

    private void Put(string text) => stream.Write(Encoding.UTF8.GetBytes(WellFormed.Of(text)));

    /// <summary>The lines of one document, with the numbers that brat counts by.</summary>
    private sealed class Annotations(string text, Positions positions)
    {
        private readonly StringBuilder lines = new();
        private readonly Dictionary<string, int> events = new(StringComparer.Ordinal);
        private int texts;

        public void Add(Attribution attribution, Dictionary<string, string> names)
        {
            var content = AppendText("Content", attribution.Content);
            if (content is null) return;
            var source = AppendText("Source", attribution.Source);
            var cue = AppendText("Cue", attribution.Cue);
            // An event has its own trigger; where nothing says that it is said, what is said must do.
            var trigger = AppendText("Attribution", cue is null ? attribution.Content : attribution.Cue);
            var number = events.Count + 1;
            events[attribution.Id] = number;
            lines.Append(CultureInfo.InvariantCulture, $"E{number}\tAttribution:{trigger}");
            if (source is not null) lines.Append(" Source:").Append(source);
            if (cue is not null) lines.Append(" Cue:").Append(cue);
            lines.Append(" Content:").Append(content);
            lines.Append(CultureInfo.InvariantCulture, $"\nA{number}\tKind E{number} {Wording.Of(attribution.Kind)}\n");
            var note = attribution.Speaker is { } speaker ? "speaker: " + names[speaker] : "not resolved: " + attribution.Unresolved;
            lines.Append(CultureInfo.InvariantCulture, $"#{number}\tAnnotatorNotes E{number}\t{OneLine(note)}; confidence: {attribution.Confidence:0.0000}\n");
        }

        /// <summary>Everything, with the relations between attributions at the end.</summary>
        public string Finish(IReadOnlyList<Attribution> attributions)
        {
            var relations = 0;
            foreach (var attribution in attributions)
            {
                Relate("Inside", attribution.Id, attribution.Inside);
                Relate("Continues", attribution.Id, attribution.Continues);
            }
            return lines.ToString();

            void Relate(string type, string from, string? to)
            {
                if (to is null || !events.TryGetValue(from, out var inner) || !events.TryGetValue(to, out var outer)) return;
                relations++;
                lines.Append(CultureInfo.InvariantCulture, $"R{relations}\t{type} Arg1:E{inner} Arg2:E{outer}\n");
            }
        }

        private string? AppendText(string type, IReadOnlyList<TextSpan> spans)
        {
            var pieces = spans.SelectMany(Lines).ToList();
            if (pieces.Count == 0) return null;
            texts++;
            var ranges = pieces.Select(positions.Of).Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Start} {range.End}"));
            lines.Append(CultureInfo.InvariantCulture, $"T{texts}\t{type} ").AppendJoin(';', ranges).Append('\t')
                .AppendJoin(' ', pieces.Select(piece => piece.Slice(text))).Append('\n');
            return string.Create(CultureInfo.InvariantCulture, $"T{texts}");
        }

        /// <summary>The span without line breaks: brat's fragments may not reach over one.</summary>
        private IEnumerable<TextSpan> Lines(TextSpan span)
        {
            var start = span.Start;
            for (var i = span.Start; i <= span.End; i++)
            {
                if (i < span.End && text[i] is not ('\r' or '\n')) continue;
                if (i > start && !string.IsNullOrWhiteSpace(text[start..i])) yield return new TextSpan(start, i);
                start = i + 1;
            }
        }

        private static string OneLine(string note) => note.ReplaceLineEndings(" ").Replace('\t', ' ');
    }
}
