using CsCheck;
using OnRecord.Language;
using OnRecord.Language.Tokens;

namespace OnRecord.Tests.Language;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("Don't can't won't isn’t", "Do|n't|ca|n't|wo|n't|is|n’t")]
    [InlineData("Mr. Smith's U.S. allies", "Mr.|Smith|'s|U.S.|allies")]
    [InlineData("a 29-member, 70-year-old alliance", "a|29|-|member|,|70|-|year|-|old|alliance")]
    [InlineData("anti-Russian pre-election e-mail", "anti-Russian|pre-election|e-mail")]
    [InlineData("$41 billion, 2.5% and 100,000", "$|41|billion|,|2.5|%|and|100,000")]
    [InlineData("See www.example.org/a?b=1. Or ask press@example.org.", "See|www.example.org/a?b=1|.|Or|ask|press@example.org|.")]
    [InlineData("to\u00A0isolate Russia", "to|isolate|Russia")]
    [InlineData("cannot and/or 24/7 1999-2000", "can|not|and|/|or|24/7|1999|-|2000")]
    [InlineData("“What?!” he asked...", "“|What|?!|”|he|asked|...")]
    [InlineData("O'Neill’s '90s rock 'n' roll", "O'Neill|’s|'90s|rock|'|n|'|roll")]
    [InlineData("news in talk.politics.misc << here", "news|in|talk.politics.misc|<<|here")]
    [InlineData("i dont know, Im sure thats what they cant say", "i|do|nt|know|,|I|m|sure|that|s|what|they|ca|nt|say")]
    [InlineData("its IM were well ill as it lets them", "its|IM|were|well|ill|as|it|lets|them")]
    [InlineData("at 5pm, 10 a.m. and 9:30", "at|5|pm|,|10|a.m.|and|9:30")]
    public void Words_are_cut_as_the_treebanks_cut_them(string text, string expected)
    {
        var analysis = Analyser.Analyse(text);

        string.Join('|', analysis.Tokens.Select(t => t.Span.Slice(text))).Should().Be(expected);
    }

    [Fact]
    public void A_judge_of_sentence_ends_has_the_last_word()
    {
        const string text = "It rained. Nobody came Oslo 2016";
        var asked = new List<(string Before, bool IsRuled)>();

        var sentences = Analyser.Analyse(text, apart: null, (end, isRuled, features) =>
        {
            features.Length.Should().Be(GapFeatures.Count);
            asked.Add((text[..end], isRuled));
            return !isRuled;
        }).Sentences;

        asked.Should().Equal(("It rained.", true), ("It rained. Nobody came", false), ("It rained. Nobody came Oslo", false));
        sentences.Select(s => s.Span.Slice(text).ToString()).Should().Equal("It rained. Nobody came", "Oslo", "2016");
    }

    [Theory]
    [InlineData("Gov. Dale spoke. Mrs. Low did not.", "Gov. Dale spoke.|Mrs. Low did not.")]
    [InlineData("He lives in the U.S. The rest do not.", "He lives in the U.S.|The rest do not.")]
    [InlineData("The U.S. Senate voted.", "The U.S. Senate voted.")]
    [InlineData("so where did he go? nobody knows. call them now.", "so where did he go?|nobody knows.|call them now.")]
    [InlineData("enough! we leave.", "enough!|we leave.")]
    [InlineData("“It is over,” she said. “Go home.” They went.", "“It is over,” she said.|“Go home.”|They went.")]
    [InlineData("“Why now?” he asked.", "“Why now?” he asked.")]
    [InlineData("A headline\nA paragraph. Two.", "A headline|A paragraph.|Two.")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        var analysis = Analyser.Analyse(text);

        string.Join('|', analysis.Sentences.Select(s => s.Span.Slice(text))).Should().Be(expected);
    }

    [Theory]
    [InlineData("He said \"no\" twice.", "\"no\"")]
    [InlineData("“One ‘two’ three,” she said.", "“One ‘two’ three,”|‘two’")]
    [InlineData("« Non », he said; „Nein“, she said; »Doch«, they said.", "« Non »|„Nein“|»Doch«")]
    [InlineData("The states' rights and the '90s.", "")]
    [InlineData("They called it 'a disaster' then.", "'a disaster'")]
    [InlineData("``Go,'' he said.", "``Go,''")]
    [InlineData("“It goes on.\n\n“And ends.”", "“It goes on.|“And ends.”")]
    [InlineData("A 5'10\" man said \"yes\".", "\"yes\"")]
    public void Quotation_marks_pair_up(string text, string expected)
    {
        var analysis = Analyser.Analyse(text);

        string.Join('|', analysis.Quotations.Select(q => q.Span.Slice(text))).Should().Be(expected);
    }

    [Fact]
    public void A_quotation_left_open_goes_on_in_the_next_paragraph()
    {
        var analysis = Analyser.Analyse("“It goes on.\n\n“And ends.”");

        analysis.Quotations.Select(q => (q.IsClosed, q.IsContinuation)).Should().Equal((false, false), (true, true));
    }

    [Fact]
    public void Lines_wrapped_at_a_fixed_width_are_one_paragraph()
    {
        var text = "The ministry said on Monday that it would publish the full text of\nthe agreement before the end of the month, and that members of the\ncommittee would be shown the annexes at a closed meeting before that.";

        Analyser.Analyse(text).Paragraphs.Should().ContainSingle();
    }

    [Fact]
    public void A_sentence_without_end_is_cut_and_says_so()
    {
        var sentences = Analyser.Analyse(string.Concat(Enumerable.Repeat("word ", 2500))).Sentences;

        sentences.Select(s => (s.Count, s.IsCut)).Should().Equal((1000, true), (1000, true), (500, false));
    }

    [Fact]
    public void Nothing_is_lost_whatever_the_text() => Texts.Sample(text =>
    {
        var analysis = Analyser.Analyse(text);
        var at = 0;
        foreach (var token in analysis.Tokens)
        {
            token.Start.Should().BeGreaterThanOrEqualTo(at);
            token.End.Should().BeGreaterThan(token.Start);
            text[at..token.Start].Should().BeNullOrWhiteSpace();
            text[token.Start..token.End].Should().NotMatchRegex("\\s");
            at = token.End;
        }
        text[at..].Should().BeNullOrWhiteSpace();
        var next = 0;
        foreach (var sentence in analysis.Sentences)
        {
            sentence.FirstToken.Should().Be(next);
            next = sentence.EndToken;
        }
        next.Should().Be(analysis.Tokens.Count);
        foreach (var quotation in analysis.Quotations)
        {
            quotation.Span.Contains(quotation.Inner).Should().BeTrue();
            quotation.Span.End.Should().BeLessThanOrEqualTo(text.Length);
        }
    });

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Char["ab .,'\"“”‘’-/n@:1\n(«»`U.S\uD83D\uDE00\u0301"].Array[0, 60].Select(c => new string(c)));
}
