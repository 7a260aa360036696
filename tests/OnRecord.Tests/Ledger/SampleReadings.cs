using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Tests.Ledger;

/// <summary>Readings put together by hand, so that the ledger is tried without the stages before it.</summary>
internal static class SampleReadings
{
    public const string Text = """
        Ministers meet in Lyon

        "The harbour will open in May," Marie Dübois said on Monday.
        Share this story
        The ferrymen's union denied that its members had blocked the pier, and called the minister's figures "invented".

        """;

    public static RawDocument Raw(string path, byte[] bytes, DocumentForm form = DocumentForm.PlainText) => new()
    {
        Path = path,
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Form = form,
    };

    /// <summary>The reading of <see cref="Text"/>.</summary>
    public static Reading Harbour(string path = "news/harbour.txt", DateOnly? published = null, string text = Text)
    {
        var reading = Empty(path, text, published ?? new DateOnly(2024, 3, 4));
        return reading with
        {
            Entities =
            [
                new Entity { Id = "e1", Name = "Marie Dübois", Type = EntityType.Person, Wikidata = "Q1", Knowledge = "person:marie-d", Mentions = [new Mention(Of(text, "Marie Dübois"), MentionForm.Name), new Mention(Of(text, "the minister"), MentionForm.Nominal)] },
                new Entity { Id = "e2", Name = "ferrymen's union", Type = EntityType.Group, Members = ["org:ferries"], Mentions = [new Mention(Of(text, "ferrymen's union"), MentionForm.Name)] },
            ],
            Attributions =
            [
                new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [Of(text, "Marie Dübois")], Cue = [Of(text, "said")], Content = [Of(text, "\"The harbour will open in May,\"")], Confidence = 0.97, Speaker = "e1", Role = "Minister of Ports", OnBehalfOf = "e2", Addressee = "e2", Venue = "in Lyon", When = new DateOnly(2024, 3, 4), SourceDescription = "a minister" },
                new Attribution { Id = "a2", Kind = AttributionKind.Mixed, Source = [Of(text, "The ferrymen's union")], Cue = [Of(text, "denied"), Of(text, "called")], Content = [Of(text, "that its members had blocked the pier"), Of(text, "the minister's figures \"invented\"")], Confidence = 0.5, Speaker = "e2" },
                new Attribution { Id = "a3", Kind = AttributionKind.Direct, Source = [], Cue = [], Content = [Of(text, "\"invented\"")], Confidence = 0.25, Unresolved = Refusal.NoSource, Inside = "a2", Continues = "a2" },
            ],
        };
    }

    /// <summary>A reading with a text and nothing found in it.</summary>
    public static Reading Empty(string path, string text, DateOnly? published = null)
    {
        var raw = Raw(path, Encoding.UTF8.GetBytes(text));
        return new Reading
        {
            Raw = raw,
            Article = new Article
            {
                Raw = raw,
                Text = text,
                Charset = "utf-8",
                Title = text.Split('\n')[0],
                Byline = "A. Writer",
                Publisher = "The Lyon Courier",
                Published = published,
                Language = "en",
                Furniture = text.Contains("Share this story", StringComparison.Ordinal) ? [new Furniture(Of(text, "Share this story"), FurnitureKind.Share)] : [],
            },
            Analysis = new Analysis { Text = text, Tokens = [], Paragraphs = [], Quotations = [], Sentences = [new Sentence(0, 0, new TextSpan(0, text.IndexOf('\n', StringComparison.Ordinal)), 0, false)] },
        };
    }

    /// <summary>One of many documents that differ, with as many statements as asked for.</summary>
    public static Reading Numbered(int number, int statements)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Report {number}\n\n"));
        var found = new List<Attribution>();
        var sentences = new List<Sentence>();
        for (var i = 0; i < statements; i++)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"Speaker{i % 7} of district {number % 50} said that the bridge number {i} over the river would be mended before the winter of {2000 + (number + i) % 40}, and that the money had been found in the reserve.");
            var source = new TextSpan(start, start + "Speaker0".Length);
            var cue = new TextSpan(text.ToString(start, text.Length - start).IndexOf("said", StringComparison.Ordinal) + start, 0);
            cue = new TextSpan(cue.Start, cue.Start + 4);
            found.Add(new Attribution { Id = string.Create(CultureInfo.InvariantCulture, $"a{i + 1}"), Kind = AttributionKind.Indirect, Source = [source], Cue = [cue], Content = [new TextSpan(cue.End + 1, text.Length)], Confidence = 0.9, Speaker = string.Create(CultureInfo.InvariantCulture, $"e{i % 7 + 1}") });
            sentences.Add(new Sentence(0, 0, new TextSpan(start, text.Length), i, false));
            text.Append("\n\n");
        }
        var whole = text.ToString();
        var reading = Empty(string.Create(CultureInfo.InvariantCulture, $"reports/{number:D5}.txt"), whole, new DateOnly(2024, 1, 1).AddDays(number % 365));
        return reading with
        {
            Analysis = new Analysis { Text = whole, Tokens = [], Paragraphs = [], Quotations = [], Sentences = sentences },
            Attributions = found,
            Entities = [.. found.GroupBy(a => a.Speaker!).Select(g => new Entity { Id = g.Key, Name = g.First().Source[0].Slice(whole), Type = EntityType.Person, Mentions = [.. g.Select(a => new Mention(a.Source[0], MentionForm.Name))] })],
        };
    }

    public static TextSpan Of(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, start + words.Length) : throw new ArgumentException($"'{words}' is not in the text.", nameof(words));
    }
}
