using OnRecord.Lab.Corpora;
using OnRecord.Lab.Train;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Models.English;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class ExchangedDocumentsTests
{
    private static readonly EnglishAnalyser Analyser = EnglishAnalyser.Create(EnglishModels.Set);

    private static readonly AttributionDocument[] Documents =
    [
        Document("Maria Novak said the harbour would close in May.", "Maria Novak", "said", "the harbour would close in May"),
        Document("\u201CTaxes fell quickly,\u201D Peter Brandt told reporters.", "Peter Brandt", "told", "\u201CTaxes fell quickly,\u201D"),
    ];

    [Fact]
    public void What_is_marked_moves_with_the_words_and_cues_keep_theirs()
    {
        var made = ExchangedDocuments.Of(Documents, Analyser, 6);

        Assert.Equal(12, made.Count);
        Assert.Contains(made, m => Documents.All(d => d.Text != m.Text));
        for (var i = 0; i < made.Count; i++)
        {
            var (of, with) = (Documents[i % 2], made[i]);
            Assert.Equal(of.Annotator, with.Annotator);
            Assert.Equal(Slices(of, a => a.Cue), Slices(with, a => a.Cue));
            // Each word is there, itself or another.
            Assert.Equal(Words(Slices(of, a => a.Content)[0]), Words(Slices(with, a => a.Content)[0]));
            Assert.Equal(Words(Slices(of, a => a.Source)[0]), Words(Slices(with, a => a.Source)[0]));
        }
        Assert.StartsWith("\u201C", Slices(made[1], a => a.Content)[0], StringComparison.Ordinal);
        Assert.EndsWith(",\u201D", Slices(made[1], a => a.Content)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_the_same_each_time_and_none_where_none_are_wanted()
    {
        Assert.Equal(ExchangedDocuments.Of(Documents, Analyser, 2).Select(d => d.Text), ExchangedDocuments.Of(Documents, Analyser, 2).Select(d => d.Text));
        Assert.Empty(ExchangedDocuments.Of(Documents, Analyser, 0));
    }

    private static int Words(string text) => text.Split(' ').Length;

    private static List<string> Slices(AttributionDocument document, Func<GoldAttribution, IReadOnlyList<TextSpan>> part) =>
        [.. document.Attributions.SelectMany(part).Select(span => span.Slice(document.Text))];

    private static AttributionDocument Document(string text, string source, string cue, string content)
    {
        return new AttributionDocument
        {
            Id = source,
            Annotator = "one",
            Text = text,
            ScoringTokens = [],
            Attributions = [new GoldAttribution([Find(source)], [Find(cue)], [Find(content)])],
        };

        TextSpan Find(string words)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            return new TextSpan(at, at + words.Length);
        }
    }
}
