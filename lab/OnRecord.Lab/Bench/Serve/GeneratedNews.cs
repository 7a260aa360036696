using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Lab.Train;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Lab.Bench.Serve;

/// <summary>
/// Articles of invented words with their readings, as many as are asked for and the same for everybody: ten statements each, by
/// speakers of whom some are in all the news and most are named once or twice, one statement in eight without a speaker.
/// </summary>
internal sealed class GeneratedNews
{
    private const int StatementsOfAnArticle = 10;
    private const int Speakers = 20_000;
    private const int KnownSpeakers = 2_000;
    private const int Outlets = 300;
    private const int Vocabulary = 12_000;
    private const int Days = 3_650;

    private static readonly DateOnly FirstDay = new(2015, 1, 1);

    private readonly Xorshift chance = new(20_260_101);
    private readonly GeneratedWords words;
    private readonly GeneratedWords names;
    private readonly GeneratedWords outlets;

    public GeneratedNews()
    {
        words = GeneratedWords.Words(Vocabulary, chance);
        names = GeneratedWords.Names(Speakers, chance);
        outlets = GeneratedWords.Names(Outlets, chance);
    }

    /// <summary>The article of a number. Articles are to be asked for in the order of their numbers, from 0.</summary>
    public Reading Article(int number, int of)
    {
        var text = new StringBuilder();
        var title = GeneratedWords.Capital(Sentence(5 + chance.Next(4)));
        text.Append(title).Append("\n\n");
        // Few people speak in one article, and some of them again and again.
        var present = Enumerable.Range(0, 4).Select(_ => names.Draw(chance)).Distinct().ToList();
        var attributions = new List<Attribution>();
        var mentions = present.ToDictionary(rank => rank, _ => new List<Mention>());
        var sentences = new List<Sentence>();
        for (var i = 0; i < StatementsOfAnArticle; i++) Statement(i, present[chance.Next(present.Count)]);
        var whole = text.ToString();
        var raw = new RawDocument { Path = string.Create(CultureInfo.InvariantCulture, $"generated/{number:D6}.txt"), Bytes = Encoding.UTF8.GetBytes(whole), Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole))), Form = DocumentForm.PlainText };
        return new Reading
        {
            Raw = raw,
            Article = new Article { Raw = raw, Text = whole, Charset = "utf-8", Title = title, Publisher = $"The {outlets[outlets.Draw(chance)]} Courier", Published = FirstDay.AddDays((int)((long)number * Days / of)), Language = "en" },
            Analysis = new Analysis { Text = whole, Tokens = [], Paragraphs = [], Quotations = [], Sentences = sentences },
            Attributions = attributions,
            Entities = [.. present.Where(rank => mentions[rank].Count > 0).Select(rank => new Entity { Id = EntityOf(rank), Name = names[rank], Type = EntityType.Person, Knowledge = rank < KnownSpeakers ? names[rank].ToLowerInvariant().Replace(' ', '-') : null, Mentions = mentions[rank] })],
        };

        void Statement(int index, int rank)
        {
            var start = text.Length;
            var isDirect = chance.Next(3) == 0;
            var isOpen = chance.Next(8) == 0;
            var said = Sentence(10 + chance.Next(22));
            var source = isOpen ? "officials" : names[rank];
            var content = isDirect ? $"\"{GeneratedWords.Capital(said)},\"" : said;
            text.Append(isDirect ? $"{content} {source} said." : $"{GeneratedWords.Capital(source)} said that {content}.");
            var sentence = new TextSpan(start, text.Length);
            var sourceAt = isDirect ? start + content.Length + 1 : start;
            var sourceSpan = new TextSpan(sourceAt, sourceAt + source.Length);
            var cue = new TextSpan(sourceSpan.End + 1, sourceSpan.End + 5);
            if (!isOpen) mentions[rank].Add(new Mention(sourceSpan, MentionForm.Name));
            attributions.Add(new Attribution
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"a{index + 1}"),
                Kind = isDirect ? AttributionKind.Direct : AttributionKind.Indirect,
                Source = [sourceSpan],
                Cue = [cue],
                Content = [isDirect ? new TextSpan(start, start + content.Length) : new TextSpan(sentence.End - 1 - content.Length, sentence.End - 1)],
                Confidence = 0.5 + chance.Next(50) / 100.0,
                Speaker = isOpen ? null : EntityOf(rank),
                Unresolved = isOpen ? Refusal.UnnamedSource : null,
                SourceDescription = isOpen ? "officials" : null,
            });
            sentences.Add(new Sentence(0, 0, sentence, index, false));
            text.Append(index % 2 == 1 ? "\n\n" : " ");
        }
    }

    private static string EntityOf(int rank) => string.Create(CultureInfo.InvariantCulture, $"e{rank}");

    private string Sentence(int length)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < length; i++) sentence.Append(i > 0 ? " " : "").Append(words[words.Draw(chance)]);
        return sentence.ToString();
    }
}
