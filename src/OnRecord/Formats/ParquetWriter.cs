using OnRecord.Formats.Parquet;
using OnRecord.Language.Text;

namespace OnRecord.Formats;

/// <summary>Writes one row an attribution as Apache Parquet: what CSV has, with types, and with the positions.</summary>
internal sealed class ParquetWriter : RecordWriter
{
    private readonly Stream stream;
    private readonly OffsetUnit unit;
    private readonly List<Column> columns = [];
    private readonly ParquetFile file;
    private readonly Column path, sha256, title, publisher, published, id, kind, speaker, knowledge, unresolved, confidence, inside, role, onBehalfOf, addressee, venue, when, sourceDescription;
    private readonly (Column Words, Column Start, Column End) source, cue, content;

    public ParquetWriter(Stream stream, OffsetUnit unit)
    {
        (this.stream, this.unit) = (stream, unit);
        path = Add("path", ColumnType.Text, isOptional: false);
        sha256 = Add("sha256", ColumnType.Text, isOptional: false);
        title = Add("title", ColumnType.Text);
        publisher = Add("publisher", ColumnType.Text);
        published = Add("published", ColumnType.Day);
        id = Add("attribution", ColumnType.Text, isOptional: false);
        kind = Add("kind", ColumnType.Text, isOptional: false);
        speaker = Add("speaker", ColumnType.Text);
        knowledge = Add("knowledge", ColumnType.Text);
        unresolved = Add("unresolved", ColumnType.Text);
        source = Part("source");
        cue = Part("cue");
        content = Part("content");
        confidence = Add("confidence", ColumnType.Real, isOptional: false);
        inside = Add("inside", ColumnType.Text);
        role = Add("role", ColumnType.Text);
        onBehalfOf = Add("on_behalf_of", ColumnType.Text);
        addressee = Add("addressee", ColumnType.Text);
        venue = Add("venue", ColumnType.Text);
        when = Add("when", ColumnType.Day);
        sourceDescription = Add("source_description", ColumnType.Text);
        file = new ParquetFile(stream, columns);
    }

    public override void Write(Reading reading)
    {
        if (reading.Article is not { } article || reading.Attributions.Count == 0) return;
        var entities = reading.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var positions = new Positions(article.Text, unit);
        foreach (var attribution in reading.Attributions)
        {
            path.Add(reading.Raw.Path);
            sha256.Add(reading.Raw.Sha256);
            title.Add(article.Title);
            publisher.Add(article.Publisher);
            published.Add(article.Published);
            id.Add(attribution.Id);
            kind.Add(Wording.Of(attribution.Kind));
            speaker.Add(Of(attribution.Speaker)?.Name);
            knowledge.Add(Of(attribution.Speaker)?.Knowledge);
            unresolved.Add(attribution.Unresolved);
            Put(source, attribution.Source);
            Put(cue, attribution.Cue);
            Put(content, attribution.Content);
            confidence.Add(attribution.Confidence);
            inside.Add(attribution.Inside);
            role.Add(attribution.Role);
            onBehalfOf.Add(Of(attribution.OnBehalfOf)?.Name);
            addressee.Add(Of(attribution.Addressee)?.Name);
            venue.Add(attribution.Venue);
            when.Add(attribution.When);
            sourceDescription.Add(attribution.SourceDescription);
            file.EndRow();
        }

        Entity? Of(string? entity) => entity is null ? null : entities[entity];

        void Put((Column Words, Column Start, Column End) part, IReadOnlyList<TextSpan> spans)
        {
            part.Words.Add(spans.Count == 0 ? null : string.Join(Wording.Gap, spans.Select(span => span.Slice(article.Text))));
            part.Start.Add(spans.Count == 0 ? (int?)null : positions.Of(spans[0]).Start);
            part.End.Add(spans.Count == 0 ? (int?)null : positions.Of(spans[^1]).End);
        }
    }

    public override void Finish()
    {
        file.Finish();
        stream.Flush();
    }

    private (Column Words, Column Start, Column End) Part(string name) => (Add(name, ColumnType.Text), Add(name + "_start", ColumnType.Whole), Add(name + "_end", ColumnType.Whole));

    private Column Add(string name, ColumnType type, bool isOptional = true)
    {
        var column = new Column(name, type, isOptional);
        columns.Add(column);
        return column;
    }
}
