namespace OnRecord.Tests.Clean;

public sealed class FurnitureTests
{
    private const string First = "The council of ministers met on Monday to speak about the budget, officials said.";
    private const string Second = "\"We shall spend more on roads,\" the minister said.";
    private const string Third = "A vote is expected by the end of the week, according to the office of the speaker.";

    [Theory]
    [InlineData("READ MORE: Harbour Strike Enters Its Third Week", FurnitureKind.ReadMore)]
    [InlineData("ALSO READ | Harbour strike enters its third week", FurnitureKind.ReadMore)]
    [InlineData("See also: Harbour strike enters its third week", FurnitureKind.ReadMore)]
    [InlineData("Related: Harbour strike enters its third week", FurnitureKind.ReadMore)]
    [InlineData("WATCH: Minister leaves the talks", FurnitureKind.ReadMore)]
    [InlineData("Read the full story here.", FurnitureKind.ReadMore)]
    [InlineData("Watch the full interview below:", FurnitureKind.ReadMore)]
    [InlineData("Share", FurnitureKind.Share)]
    [InlineData("Tweet", FurnitureKind.Share)]
    [InlineData("Discuss", FurnitureKind.Share)]
    [InlineData("12 Comments", FurnitureKind.Share)]
    [InlineData("Share this article on Facebook, Twitter or by email", FurnitureKind.Share)]
    [InlineData("Facebook Twitter WhatsApp Email Copy link", FurnitureKind.Share)]
    [InlineData("Join the conversation", FurnitureKind.Share)]
    [InlineData("Follow us on Twitter for more", FurnitureKind.Follow)]
    [InlineData("Follow The Harbour Post's channel on Telegram!", FurnitureKind.Follow)]
    [InlineData("Sign up for our daily briefing", FurnitureKind.Follow)]
    [InlineData("Subscribe to The Harbour Post", FurnitureKind.Follow)]
    [InlineData("Get the day's politics in your inbox every morning.", FurnitureKind.Follow)]
    [InlineData("Photo: Ann Lee / Reuters", FurnitureKind.Credit)]
    [InlineData("(Photo by Ann Lee)", FurnitureKind.Credit)]
    [InlineData("AP Photo/Ann Lee", FurnitureKind.Credit)]
    [InlineData("Ann Lee/Getty Images", FurnitureKind.Credit)]
    [InlineData("REUTERS/Ann Lee", FurnitureKind.Credit)]
    [InlineData("© 2019 Ann Lee", FurnitureKind.Credit)]
    [InlineData("Xinhua", FurnitureKind.Credit)]
    [InlineData("(Reporting by Ann Lee; Editing by Bo Ek)", FurnitureKind.Credit)]
    [InlineData("FILE PHOTO: The minister arrives for talks at the old town hall.", FurnitureKind.Caption)]
    [InlineData("The minister arrives for talks at the old town hall. (Ann Lee/AFP)", FurnitureKind.Caption)]
    [InlineData("Advertisement", FurnitureKind.Advertisement)]
    [InlineData("Story continues below advertisement", FurnitureKind.Advertisement)]
    [InlineData("Copyright 2019 The Harbour Post Ltd. All rights reserved.", FurnitureKind.Legal)]
    [InlineData("The views expressed in this article are those of the author.", FurnitureKind.Legal)]
    [InlineData("Topics: budget, roads, ministers", FurnitureKind.Navigation)]
    [InlineData("Home > News > Politics", FurnitureKind.Navigation)]
    [InlineData("Back to top", FurnitureKind.Navigation)]
    public void Lines_are_furniture_by_their_words(string line, FurnitureKind kind)
    {
        var article = Documents.Text($"{First}\n\n{line}\n\n{Second}\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().Equal($"{kind}: {line}");
    }

    [Theory]
    [InlineData("On Spending")]
    [InlineData("On the Future of the Roads Treaty")]
    [InlineData("What the Budget Means for Towns")]
    [InlineData("3. Ministers Agree to Build More Roads Than Planned")]
    [InlineData("Follow the money, the minister said.")]
    [InlineData("Share prices fell after the vote.")]
    [InlineData("Watch what we do, not what we say.")]
    [InlineData("Related work is planned for the spring, officials said.")]
    [InlineData("MS LEE: We have read the report.")]
    [InlineData("\"Read more history,\" the minister told the House.")]
    [InlineData("The picture of the talks is mixed: two sides have left.")]
    [InlineData("Reuters reported that the minister had resigned.")]
    [InlineData("According to AFP, the talks failed.")]
    [InlineData("— Ann Lee, minister of roads")]
    [InlineData("Right, and we will not wait for them.")]
    [InlineData("Here is what the minister said:")]
    [InlineData("The article was first published by the ministry, she said, and nobody objected.")]
    public void Lines_of_the_article_are_left_in(string line)
    {
        var article = Documents.Text($"{First}\n\n{line}\n\n{Second} Towns will spend on roads as the budget treaty allows.\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().BeEmpty();
    }

    [Fact]
    public void A_headline_that_touches_a_paragraph_where_paragraphs_stand_apart_is_another_storys()
    {
        var article = Documents.Text($"{First}\n\n{Second}\n\nHarbour Strike Threatens Winter Grain Exports, Union Leader Says\n{Third}\n\n{First}\n");

        Documents.FurnitureOf(article).Should().Equal("RelatedHeadline: Harbour Strike Threatens Winter Grain Exports, Union Leader Says");
    }

    [Fact]
    public void A_headline_that_names_who_says_so_is_another_storys()
    {
        var article = Documents.Text($"{First}\n\n{Second}\n\nHarbour Strike to Threaten Winter Grain Exports - Union Leader\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().Equal("RelatedHeadline: Harbour Strike to Threaten Winter Grain Exports - Union Leader");
    }

    [Fact]
    public void A_headline_between_blank_lines_that_tells_of_something_else_is_another_storys()
    {
        var article = Documents.Text($"{First}\n\n{Second}\n\nHarbour Union Warns of Longer Strike as Grain Rots\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().Equal("RelatedHeadline: Harbour Union Warns of Longer Strike as Grain Rots");
    }

    [Fact]
    public void A_sub_heading_whose_paragraphs_speak_of_it_is_the_articles_own()
    {
        var article = Documents.Text($"{First}\n\n{Second}\n\nMinister Warns of Longer Harbour Strike This Winter\n\nThe minister said the harbour strike could last all winter.\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().BeEmpty();
    }

    [Fact]
    public void A_name_right_under_a_paragraph_is_a_credit()
    {
        var article = Documents.Text($"Ministers Meet\n\n{First}\nHarbour Post\n\n{Second}\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().Equal("Credit: Harbour Post");
    }

    [Fact]
    public void A_name_right_under_a_quotation_says_who_is_quoted()
    {
        var article = Documents.Text($"{First}\n\n\"We shall spend more on roads.\"\nAnn Lee\n\n{Second}\n\n{Third}\n");

        Documents.FurnitureOf(article).Should().BeEmpty();
    }

    [Fact]
    public void Where_paragraphs_do_not_stand_apart_touching_says_nothing()
    {
        var article = Documents.Text($"{First}\n{Second}\nThe Road Plan\n{Third}\n{First}\n");

        Documents.FurnitureOf(article).Should().BeEmpty();
    }

    [Fact]
    public void Headlines_under_a_line_that_announces_them_are_other_stories()
    {
        var article = Documents.Text($"{First}\n\n{Third}\n\nRelated stories\nHarbour strike goes on\nGrain price at a new high\n\n{Second}\n");

        Documents.FurnitureOf(article).Should().Equal("ReadMore: Related stories", "RelatedHeadline: Harbour strike goes on", "RelatedHeadline: Grain price at a new high");
    }

    [Fact]
    public void A_flag_before_the_texts_own_headline_is_no_link_to_another_story()
    {
        var article = Documents.Text($"WATCH: Minister Walks Out of the Budget Talks\n\n{First}\n\n{Second}\n");

        article.Title.Should().Be("WATCH: Minister Walks Out of the Budget Talks");
        article.Furniture.Should().BeEmpty();
    }

    [Fact]
    public void A_span_covers_the_words_without_the_line_break()
    {
        var article = Documents.Text($"{First}\r\n\r\n  Share  \r\n\r\n{Second}\r\n");

        article.Furniture.Should().ContainSingle().Which.Span.Slice(article.Text).Should().Be("Share");
    }
}
