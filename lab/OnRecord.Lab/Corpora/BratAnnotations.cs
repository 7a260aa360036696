using System.Globalization;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>
/// The attributions of brat's stand-off annotations: events whose arguments are texts called <c>Source</c>, <c>Cue</c> and
/// <c>Content</c>, with a number behind where there are several of one kind. What else is annotated is passed over.
/// </summary>
internal static class BratAnnotations
{
    private static readonly string[] Parts = ["Source", "Cue", "Content"];

    /// <summary>The attributions in the order of the events.</summary>
    /// <param name="annotations">An .ann file.</param>
    /// <param name="text">The text it annotates; its positions count code points.</param>
    /// <param name="name">What errors call the file.</param>
    /// <exception cref="OnRecordException">OR1002: a line cannot be read, or points beyond the text.</exception>
    public static List<GoldAttribution> Read(string annotations, string text, string name)
    {
        var units = CodePointUnits.Of(text);
        var texts = new Dictionary<string, TextSpan[]>(StringComparer.Ordinal);
        var events = new List<(string[] Arguments, int Line)>();
        var number = 0;
        foreach (var line in annotations.Split('\n'))
        {
            number++;
            var fields = line.TrimEnd('\r').Split('\t');
            if (line.StartsWith('T')) texts[fields[0]] = Fragments(fields, number);
            else if (line.StartsWith('E')) events.Add((fields.Length > 1 ? fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : throw Unreadable(number, "an event without a type"), number));
        }
        // An event may name a text that stands below it.
        return [.. events.Select(e => Attribution(e.Arguments, e.Line)).OfType<GoldAttribution>()];

        GoldAttribution? Attribution(string[] arguments, int line)
        {
            var spans = Parts.Select(_ => new List<TextSpan>()).ToArray();
            foreach (var argument in arguments.Skip(1))
            {
                var colon = argument.IndexOf(':');
                if (colon < 0) throw Unreadable(line, $"'{argument}' is no argument of an event");
                var part = Array.IndexOf(Parts, argument[..colon].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
                if (part < 0) continue;
                spans[part].AddRange(texts.TryGetValue(argument[(colon + 1)..], out var found) ? found : throw Unreadable(line, $"'{argument}' names a text that is not there"));
            }
            return spans[2].Count == 0 ? null : new GoldAttribution(Joined(spans[0]), Joined(spans[1]), Joined(spans[2]));
        }

        TextSpan[] Fragments(string[] fields, int line)
        {
            var place = fields.Length > 1 ? fields[1].IndexOf(' ') : -1;
            if (place < 0) throw Unreadable(line, "a text without a place");
            return [.. fields[1][(place + 1)..].Split(';').Select(fragment =>
            {
                var ends = fragment.Split(' ');
                if (ends.Length != 2
                    || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                    || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                    || start > end || end >= units.Length)
                {
                    throw Unreadable(line, $"'{fragment}' is no place in a text of {units.Length - 1} characters");
                }
                return new TextSpan(units[start], units[end]);
            })];
        }

        // Fragments do not reach over line breaks: what a break alone parts is one.
        TextSpan[] Joined(List<TextSpan> fragments)
        {
            var joined = new List<TextSpan>();
            foreach (var span in fragments.Order())
            {
                if (joined.Count > 0 && joined[^1].End <= span.Start && text[joined[^1].End..span.Start] is var gap && string.IsNullOrWhiteSpace(gap) && gap.AsSpan().ContainsAny('\r', '\n')) joined[^1] = joined[^1].Union(span);
                else joined.Add(span);
            }
            return [.. joined];
        }

        OnRecordException Unreadable(int line, string what) => new(DiagnosticCodes.Unreadable,
            string.Create(CultureInfo.InvariantCulture, $"'{name}', line {line}: {what}. Check that it is brat's stand-off format and belongs to the text beside it."));
    }
}
