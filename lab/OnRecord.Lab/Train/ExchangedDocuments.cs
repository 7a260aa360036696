using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train;

/// <summary>Documents of the attribution corpus with some of their words exchanged, and what is marked in them where it then stands.</summary>
internal static class ExchangedDocuments
{
    /// <summary>Each document so many times, in the order of the documents. Cues keep their words.</summary>
    public static List<AttributionDocument> Of(IReadOnlyList<AttributionDocument> documents, EnglishAnalyser analyser, int times)
    {
        if (times == 0) return [];
        var chance = new Xorshift(31);
        var analyses = documents.Select(d => analyser.Analyse(d.Text)).ToList();
        var exchange = new WordExchange(analyses);
        var made = new List<AttributionDocument>();
        for (var time = 0; time < times; time++)
        {
            for (var d = 0; d < documents.Count; d++)
            {
                var roles = GoldRoles.Of(documents[d], analyses[d]);
                var text = exchange.Make(analyses[d], chance, i => (Role)roles[i] is Role.CueBegins or Role.CueGoesOn, out var tokens);
                made.Add(new AttributionDocument
                {
                    Id = documents[d].Id,
                    Annotator = documents[d].Annotator,
                    Text = text,
                    ScoringTokens = [],
                    Attributions = [.. documents[d].Attributions.Select(a => new GoldAttribution(Moved(a.Source), Moved(a.Cue), Moved(a.Content)))],
                });

                TextSpan[] Moved(IReadOnlyList<TextSpan> spans) => [.. spans.Select(span => analyses[d].TokensIn(span)).Where(t => t.First < t.End).Select(t => new TextSpan(tokens[t.First].Start, tokens[t.End - 1].End))];
            }
        }
        return made;
    }
}
