using System.Text;
using CsCheck;
using OnRecord.Language;
using OnRecord.Language.ModelFiles;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language;

public sealed class EnglishAnalyserTests
{
    private static readonly EnglishAnalyser English = EnglishAnalyser.Create(EnglishModels.Set);

    private static readonly string[] Words =
    [
        "the", "minister", "said", "that", "\u201C", "\u201D", ",", ".", "\n", "NATO", "Ms.", "Lund", "denied", "$", "41", "billion", "(", ")", "–", "не", "\u05E9\u05DC\u05D5\u05DD", "\u202E", "\u200B", "\uD83D\uDE00", "\uD83D", "e\u0301", "http://a.example/b?c", "2019-04-03", "‘", "’s", "…", "WHO", "\u4E2D\u6587", "a\u00A0b", "\t", "%",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Words.Length - 1].Array[0, 80].Select(picks => string.Join(' ', picks.Select(p => Words[p]))));

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root_whatever_the_text() => Texts.Sample(text =>
    {
        var analysis = English.Analyse(text);
        var grammar = analysis.Grammar!;
        foreach (var sentence in analysis.Sentences)
        {
            var roots = 0;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var head = grammar.Head(token);
                if (head < 0)
                {
                    roots++;
                    continue;
                }
                head.Should().BeInRange(sentence.FirstToken, sentence.EndToken - 1);
                var steps = 0;
                for (var up = token; up >= 0; up = grammar.Head(up)) (++steps).Should().BeLessThanOrEqualTo(sentence.Count);
            }
            roots.Should().Be(1);
        }
    });

    [Fact]
    public void Every_token_has_its_tags_its_lemma_and_its_relation_whatever_the_text() => Texts.Sample(text =>
    {
        var analysis = English.Analyse(text);
        for (var token = 0; token < analysis.Tokens.Count; token++)
        {
            analysis.Grammar!.PennTag(token).Should().NotBeEmpty();
            analysis.Grammar.Relation(token).Should().NotBeEmpty();
            analysis.Grammar.Lemma(token).Should().NotBeEmpty();
            analysis.Grammar.Features(token).Should().NotBeEmpty();
        }
    });

    [Fact]
    public void Names_stand_in_order_inside_one_sentence_and_slice_back() => Texts.Sample(text =>
    {
        var analysis = English.Analyse(text);
        var next = 0;
        foreach (var name in analysis.Names!)
        {
            name.FirstToken.Should().BeGreaterThanOrEqualTo(next);
            name.EndToken.Should().BeGreaterThan(name.FirstToken);
            next = name.EndToken;
            analysis.Sentences.Should().Contain(s => s.FirstToken <= name.FirstToken && s.EndToken >= name.EndToken);
            name.Span.Start.Should().Be(analysis.Tokens[name.FirstToken].Start);
            name.Span.End.Should().Be(analysis.Tokens[name.EndToken - 1].End);
        }
    });

    [Fact]
    public void Reading_twice_gives_the_same_on_any_number_of_threads() => Texts.Array[1, 6].Sample(texts =>
    {
        var alone = texts.Select(t => Rendered(English.Analyse(t))).ToArray();
        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(t => Rendered(English.Analyse(t))).ToArray();

        together.Should().Equal(alone);
    }, iter: 30);

    [Fact]
    public void A_sentence_is_read_alike_alone_and_among_others()
    {
        const string one = "The mayor denied it.", other = "Ministers in Oslo promised 40 new trains by 2030.";

        var together = Rendered(English.Analyse($"{other}\n{one}"));

        together.Should().EndWith(Rendered(English.Analyse(one)));
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        const string text = "The mayor of Lund denied it, and her office said so twice.";
        var fresh = Rendered(EnglishAnalyser.Create(EnglishModels.Set).Analyse(text));
        var used = EnglishAnalyser.Create(EnglishModels.Set);
        // More forms than are kept at once, so that the table is emptied in between.
        used.Analyse(string.Join(' ', Enumerable.Range(0, 12_000).Select(i => $"word{i}{(i % 20 == 19 ? "." : "")}")));

        Rendered(used.Analyse(text)).Should().Be(fresh);
    }

    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("word ", 50_000)]
    [InlineData("\u201Che said, ", 5_000)]
    [InlineData("? , ", 5_000)]
    [InlineData("No .) ", 5_000)]
    [InlineData(") ", 5_000)]
    [InlineData("so.\u201D", 5_000)]
    [InlineData("\u202E\u200B\uD83D\uDE00 ", 5_000)]
    [InlineData("نص ", 5_000)]
    [InlineData("\uFFFD\0\u0001", 5_000)]
    public void Endless_and_strange_text_is_read(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        var analysis = English.Analyse(text);

        analysis.Sentences.Sum(s => s.Count).Should().Be(analysis.Tokens.Count);
        analysis.Sentences.Should().OnlyContain(s => s.Count <= 1000);
    }

    [Fact]
    public void Random_bytes_taken_for_text_are_read() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var analysis = English.Analyse(Encoding.UTF8.GetString(bytes));

        analysis.Grammar.Should().NotBeNull();
    });

    [Fact]
    public void Memory_grows_in_a_straight_line_with_the_text()
    {
        const string sentence = "The minister, who had promised aid, denied on Monday that Norway would leave the talks. ";
        var small = Allocated(string.Concat(Enumerable.Repeat(sentence, 400)));
        var large = Allocated(string.Concat(Enumerable.Repeat(sentence, 800)));

        ((double)large / small).Should().BeLessThan(2.3);

        static long Allocated(string text)
        {
            English.Analyse(text);
            var before = GC.GetAllocatedBytesForCurrentThread();
            English.Analyse(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("Please call me on Monday. Kind regards, Jonas Berg 03/14/2001 09:12 AM I will send the file today.", "I will send the file today.")]
    [InlineData("the soup was cold and the staff was rude. we will not come back", "we will not come back")]
    public void What_runs_into_a_sentence_without_a_mark_or_a_capital_is_parted_from_it(string text, string last) =>
        English.Analyse(text).Sentences[^1].Span.Slice(text).ToString().Should().Be(last);

    [Theory]
    [InlineData("The mayor of Lund, Ms. Anna Dahl, met Prime Minister Jonas Berg of Norway and the Dutch envoy, Pieter de Vries, in The Hague on Monday, Sept. 14.")]
    [InlineData("\u201CWe stay in NATO,\u201D Ms. Lund told The Oslo Times. \u201CThere is no other way.\u201D")]
    [InlineData("Sen. Dale (D-Ohio) and the U.S. Treasury Department said in 2016 that 40 Republicans and 12 Democrats had voted against the bill.")]
    public void Edited_news_is_parted_as_the_rules_part_it(string text) => English.Analyse(text).Sentences.Should().Equal(Analyser.Analyse(text).Sentences);

    [Fact]
    public void Sentences_hold_every_token_once_whatever_the_text() => Texts.Sample(text =>
    {
        var analysis = English.Analyse(text);
        var next = 0;
        foreach (var sentence in analysis.Sentences)
        {
            sentence.FirstToken.Should().Be(next);
            sentence.EndToken.Should().BeGreaterThan(next);
            next = sentence.EndToken;
        }
        next.Should().Be(analysis.Tokens.Count);
    });

    [Theory]
    [InlineData("The Israeli and French ministers met.", "Israeli", "Israeli")]
    [InlineData("It was french cheese that i bought.", "french", "French")]
    [InlineData("It was french cheese that i bought.", "i", "I")]
    [InlineData("The Council of the city met the council of the village.", "council", "council")]
    [InlineData("They watched it on TV.", "TV", "TV")]
    [InlineData("Capt. Berg left in Sept. 2014.", "Capt.", "Capt.")]
    public void Dictionary_forms_have_the_letters_that_dictionaries_give_them(string text, string word, string lemma)
    {
        var analysis = English.Analyse(text);
        var token = analysis.Tokens.Select(t => t.Span.Slice(text).ToString()).ToList().IndexOf(word);

        analysis.Grammar!.Lemma(token).Should().Be(lemma);
    }

    [Fact]
    public void Weights_of_sentence_ends_with_other_features_are_refused()
    {
        var other = new ModelFile([]) { Name = "sentences", FeatureSet = "sentences/0", Command = "lab train sentences --corpora DIR", Scores = "none" };
        var bytes = new MemoryStream();
        other.Write(bytes);
        var create = () => EnglishAnalyser.Create(new ModelSet("a set", name => name == "sentences" ? new MemoryStream(bytes.ToArray()) : EnglishFile(name)));

        create.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.ModelMismatch);
    }

    [Fact]
    public void A_missing_model_is_named_with_the_way_out()
    {
        var create = () => EnglishAnalyser.Create(new ModelSet("an empty set", _ => null));

        var error = create.Should().Throw<OnRecordException>().Which;
        error.Code.Should().Be(DiagnosticCodes.ModelMissing);
        error.Message.Should().Be("The model 'language' is not in an empty set. Install the package of weights that goes with this version, or make it with: lab train language.");
    }

    [Fact]
    public void A_model_of_other_features_is_refused()
    {
        var other = new ModelFile([]) { Name = "language", FeatureSet = "language/0", Command = "lab train language --corpora DIR", Scores = "none" };
        var bytes = new MemoryStream();
        other.Write(bytes);
        var create = () => EnglishAnalyser.Create(new ModelSet("a set", _ => new MemoryStream(bytes.ToArray())));

        create.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.ModelMismatch);
    }

    [Fact]
    public void A_model_cut_short_is_refused()
    {
        var whole = EnglishModels.Set.Open("language");
        var shorter = new ModelFile([new("sizes", whole.Section("sizes"))]) { Name = whole.Name, FeatureSet = whole.FeatureSet, Command = whole.Command, Scores = whole.Scores };
        var bytes = new MemoryStream();
        shorter.Write(bytes);
        var create = () => EnglishAnalyser.Create(new ModelSet("a set", name => name == "language" ? new MemoryStream(bytes.ToArray()) : EnglishFile(name)));

        create.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.ModelDamaged);
    }

    private static MemoryStream EnglishFile(string name)
    {
        using var stream = typeof(EnglishModels).Assembly.GetManifestResourceStream(name + ".orm")!;
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string Rendered(Analysis analysis)
    {
        var text = new StringBuilder();
        foreach (var sentence in analysis.Sentences)
        {
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var head = analysis.Grammar!.Head(token);
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{analysis.Tokens[token].Span.Slice(analysis.Text)}/{analysis.Grammar.PennTag(token)}/{(head < 0 ? -1 : head - sentence.FirstToken)}/{analysis.Grammar.Relation(token)} ");
            }
            text.Append('\n');
        }
        return text.ToString();
    }
}
