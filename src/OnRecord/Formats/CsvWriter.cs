using System.Globalization;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>Writes one line an attribution, with the words themselves.</summary>
internal sealed class CsvWriter(Stream stream) : RecordWriter
{
    private bool isStarted;

    public override void Write(Reading reading)
    {
        WriteHeading();
        if (reading.Article is not { } article) return;
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        foreach (var attribution in reading.Attributions)
        {
            WriteLine(CsvLine.Of(
                reading.Raw.Path,
                reading.Raw.Sha256,
                article.Title,
                article.Publisher,
                article.Published is { } day ? Wording.Of(day) : null,
                attribution.Id,
                Wording.Of(attribution.Kind),
                attribution.Speaker is { } speaker ? names[speaker] : null,
                attribution.Unresolved,
                Words(article.Text, attribution.Source),
                Words(article.Text, attribution.Cue),
                Words(article.Text, attribution.Content),
                attribution.Confidence.ToString("0.0000", CultureInfo.InvariantCulture),
                attribution.Inside,
                attribution.Role,
                attribution.OnBehalfOf is { } body ? names[body] : null,
                attribution.Addressee is { } addressee ? names[addressee] : null,
                attribution.Venue,
                attribution.When is { } said ? Wording.Of(said) : null,
                attribution.SourceDescription));
        }
    }

    public override void Finish()
    {
        WriteHeading();
        stream.Flush();
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(Wording.Gap, spans.Select(span => span.Slice(text)));

    private void WriteHeading()
    {
        if (isStarted) return;
        isStarted = true;
        WriteLine(CsvLine.Of("path", "sha256", "title", "publisher", "published", "attribution", "kind", "speaker", "unresolved", "source", "cue", "content", "confidence", "inside", "role", "on_behalf_of", "addressee", "venue", "when", "source_description"));
    }

    private void WriteLine(string line) => stream.Write(Encoding.UTF8.GetBytes(line));
}
