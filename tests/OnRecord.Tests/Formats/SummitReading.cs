using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Tests.Formats;

/// <summary>A reading made by hand, with what formats stumble over: a character outside the first plane, a quotation in two parts, one that goes on, a speaker who is not resolved, furniture.</summary>
internal static class SummitReading
{
    public const string Text = "Alliance meets 🌍\n\n\"We will pay,\" Mira Holt said. \"All of us.\"\nREAD MORE: Another story\n\"And soon,\nvery soon.\"\n\n=A senior official said talks had begun.";

    public static Reading Make()
    {
        var raw = new RawDocument
        {
            Path = "news/summit, day 1.txt",
            Bytes = Encoding.UTF8.GetBytes(Text),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            Form = DocumentForm.PlainText,
        };
        return new Reading
        {
            Raw = raw,
            Article = new Article
            {
                Raw = raw,
                Text = Text,
                Charset = "utf-8",
                Title = "Alliance meets 🌍",
                Published = new DateOnly(2019, 4, 3),
                Language = "en",
                Furniture = [new Furniture(Find("READ MORE: Another story"), FurnitureKind.ReadMore)],
            },
            Analysis = new Analysis
            {
                Text = Text,
                Tokens = [],
                Sentences = [new Sentence(0, 0, Find("\"We will pay,\" Mira Holt said."), 1, false)],
                Paragraphs = [],
                Quotations = [],
            },
            Entities =
            [
                new Entity { Id = "e1", Name = "Mira Holt", Type = EntityType.Person, Mentions = [new Mention(Find("Mira Holt"), MentionForm.Name), new Mention(Find("We"), MentionForm.Pronoun)] },
            ],
            Attributions =
            [
                new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [Find("Mira Holt")], Cue = [Find("said")], Content = [Find("\"We will pay,\""), Find("\"All of us.\"")], Confidence = 0.97123456, Speaker = "e1", Role = "Chair of the Alliance", Addressee = "e1", Venue = "at the summit", When = new DateOnly(2019, 4, 2) },
                new Attribution { Id = "a2", Kind = AttributionKind.Direct, Source = [], Cue = [], Content = [Find("\"And soon,\nvery soon.\"")], Confidence = 0.5, Speaker = "e1", Continues = "a1" },
                new Attribution { Id = "a3", Kind = AttributionKind.Indirect, Source = [Find("=A senior official")], Cue = [new TextSpan(Text.LastIndexOf("said", StringComparison.Ordinal), Text.LastIndexOf("said", StringComparison.Ordinal) + 4)], Content = [Find("talks had begun")], Confidence = 1, Unresolved = Refusal.UnnamedSource, SourceDescription = "A senior official" },
            ],
        };
    }

    private static TextSpan Find(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException("These words are not in the text.", nameof(words)) : new TextSpan(start, start + words.Length);
    }
}
