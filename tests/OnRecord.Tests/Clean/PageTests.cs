using System.Text;
using CsCheck;
using OnRecord.Language;

namespace OnRecord.Tests.Clean;

public sealed class PageTests
{
    private const string Paragraphs = """
        <p>The council of ministers met on Monday to speak about the budget for roads and bridges, officials said, and no decision was taken.</p>
        <p>"We shall spend&nbsp;more on roads," the minister <b>said</b> after the
           meeting. "The towns have waited for years."</p>
        <h2>What comes next</h2>
        <p>A vote is expected by the end of the week, according to the office of the speaker, who would not give a day.</p>
        <blockquote><p>The roads of this country are older than its parliament, and it shows on every one of them.</p></blockquote>
        <ul><li>The first vote is on bridges, which were closed last winter.</li><li>The second vote is on the roads to the harbour.</li></ul>
        <p>The opposition<br>called the plan a promise without money, and asked where the money would come from.</p>
        """;

    private static string Html(string head = "", string body = Paragraphs, string around = "") => $"""
        <!DOCTYPE html><html lang="en-GB"><head><title>Ministers Put Off Budget Vote | The Harbour Post</title>{head}</head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ministers Put Off Budget Vote</h1>{body}</article>{around}
        <footer>The Harbour Post</footer><script>document.write('<p>nothing</p>');</script></body></html>
        """;

    [Fact]
    public void Blocks_become_paragraphs_with_a_blank_line_between_them()
    {
        Documents.Page(Html()).Text.Should().Be("""
            The council of ministers met on Monday to speak about the budget for roads and bridges, officials said, and no decision was taken.

            "We shall spend more on roads," the minister said after the meeting. "The towns have waited for years."

            What comes next

            A vote is expected by the end of the week, according to the office of the speaker, who would not give a day.

            The roads of this country are older than its parliament, and it shows on every one of them.

            The first vote is on bridges, which were closed last winter.

            The second vote is on the roads to the harbour.

            The opposition
            called the plan a promise without money, and asked where the money would come from.
            """.ReplaceLineEndings("\n").Replace("spend more", "spend\u00A0more", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_come_from_a_news_article_in_json_ld()
    {
        var article = Documents.Page(Html("""
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ministers put off vote on &#8216;roads&#8217;",
            "datePublished":"2019-04-03T23:30:00-04:00","dateModified":"2019-04-09","author":[{"@type":"Person","name":"By Ann Lee"},{"@type":"Person","name":"Bo Ek"}],
            "publisher":{"@type":"Organization","name":"The Harbour Post"},"inLanguage":"en"}</script><link rel="canonical" href="https://post.example/roads">
            """));

        article.Title.Should().Be("Ministers put off vote on ‘roads’");
        article.Published.Should().Be(new DateOnly(2019, 4, 3));
        article.Byline.Should().Be("Ann Lee, Bo Ek");
        article.Publisher.Should().Be("The Harbour Post");
        article.Language.Should().Be("en");
        article.Url.Should().Be(new Uri("https://post.example/roads"));
    }

    [Fact]
    public void Facts_come_from_a_graph_whose_nodes_refer_to_each_other()
    {
        var article = Documents.Page(Html("""
            <script type="application/ld+json">[{"@graph":[{"@type":"WebPage","@id":"#page","datePublished":"2001-01-01"},{"@type":["Article","ReportageNewsArticle"],"headline":"Ministers
            put off vote","datePublished":"2019-04-03","author":{"@id":"#ann"},"publisher":{"@id":"#post"}},{"@type":"Person","@id":"#ann","name":"Ann Lee"},{"@type":"Organization","@id":"#post","name":"The Harbour Post"}]}]</script>
            """));

        (article.Title, article.Byline, article.Publisher, article.Published).Should().Be(("Ministers put off vote", "Ann Lee", "The Harbour Post", new DateOnly(2019, 4, 3)));
    }

    [Theory]
    [InlineData("""<meta property="article:published_time" content="2019-04-03T10:00:00Z">""")]
    [InlineData("""<meta name="parsely-pub-date" content="2019-04-03">""")]
    [InlineData("""<meta name="DC.date.issued" content="2019-04-03">""")]
    [InlineData("""<meta itemprop="datePublished" content="Wed, 03 Apr 2019 10:00:00 GMT">""")]
    [InlineData("""<meta name="sailthru.date" content="April 3, 2019">""")]
    [InlineData("""<meta name="date" content="20190403">""")]
    [InlineData("""<link rel="canonical" href="https://post.example/news/2019/04/03/roads.html">""")]
    [InlineData("""<script type="application/ld+json">{ not json }</script><meta name="pubdate" content="2019/04/03">""")]
    public void The_day_comes_from_the_head(string head) => Documents.Page(Html(head)).Published.Should().Be(new DateOnly(2019, 4, 3));

    [Theory]
    [InlineData("""<time datetime="2019-04-03T10:00">yesterday</time>""")]
    [InlineData("""<span itemprop="datePublished" content="2019-04-03">today</span>""")]
    [InlineData("""<p class="posted-on">Posted on 3 April 2019 by Ann Lee</p>""")]
    [InlineData("""<div class="article-date">Mi., 3. April 2019, 10:00 Uhr</div>""")]
    [InlineData("""<div class="date">03.04.2019</div>""")]
    [InlineData("""<p>Published: 3rd April, 2019</p>""")]
    [InlineData("""<span property="schema:dateCreated" content="2019-04-03T10:00:00+00:00">today</span>""")]
    [InlineData("""<div class="content-sidebar-wrap"><time datetime="2019-04-03">today</time></div>""")]
    [InlineData("""<script>var story = {"published_at":"2019-04-03T10:00:00Z"};</script>""")]
    public void The_day_comes_from_what_the_page_prints(string printed) => Documents.Page(Html(body: printed + Paragraphs)).Published.Should().Be(new DateOnly(2019, 4, 3));

    [Fact]
    public void A_day_of_another_story_or_of_a_comment_is_not_taken()
    {
        var html = Html(around: """<aside><time datetime="2018-01-01">1 January 2018</time></aside><div class="comments"><time datetime="2018-01-02">2 January 2018</time></div>""");

        Documents.Page(html).Published.Should().BeNull();
    }

    [Fact]
    public void The_day_of_the_article_stands_over_that_of_another_node() =>
        Documents.Page(Html("""
            <script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2015-01-16"}</script><meta property="article:published_time" content="2019-04-03T10:00:00Z">
            """)).Published.Should().Be(new DateOnly(2019, 4, 3));

    [Fact]
    public void A_day_that_the_article_speaks_of_is_not_its_own() =>
        Documents.Page(Html(body: "<p>On 3 April 2019 the talks about the roads began in the old town hall, and they have not ended.</p>" + Paragraphs)).Published.Should().BeNull();

    [Fact]
    public void A_day_in_figures_that_could_be_two_days_is_left_open() =>
        Documents.Page(Html(body: """<div class="date">03/04/2019</div>""" + Paragraphs).Replace("en-GB", "en", StringComparison.Ordinal)).Published.Should().BeNull();

    [Fact]
    public void The_day_the_user_gives_stands_over_that_of_the_page()
    {
        var raw = Documents.Of(Encoding.UTF8.GetBytes(Html("""<meta name="date" content="2019-04-03">""")), DocumentForm.Html, published: new DateOnly(2020, 1, 2));

        Documents.Read(raw).Published.Should().Be(new DateOnly(2020, 1, 2));
    }

    [Theory]
    [InlineData("Ann Lee....November 18, 2019 11:03 PM", "Ann Lee")]
    [InlineData("By\tAnn Lee\t\n  Published 3 hours ago", "Ann Lee")]
    [InlineData("Ann Lee | The Harbour Post", "Ann Lee")]
    [InlineData("Ann Lee, 12.03.2019", "Ann Lee")]
    [InlineData("https://social.example/annlee", null)]
    [InlineData("admin", null)]
    public void A_byline_is_the_name_without_what_is_glued_to_it(string content, string? byline) =>
        Documents.Page(Html($"""<meta name="author" content="{content}">""")).Byline.Should().Be(byline);

    [Fact]
    public void A_title_loses_the_name_of_the_house() => Documents.Page(Html()).Title.Should().Be("Ministers Put Off Budget Vote");

    [Fact]
    public void Furniture_of_the_page_is_marked()
    {
        var article = Documents.Page(Html(body: Paragraphs.Replace("<h2>", "<p>READ MORE: Harbour Strike Enters Its Third Week</p><h2>", StringComparison.Ordinal)));

        Documents.FurnitureOf(article).Should().Equal("ReadMore: READ MORE: Harbour Strike Enters Its Third Week");
    }

    [Fact]
    public void Nothing_of_menus_scripts_and_footers_is_in_the_text() =>
        Documents.Page(Html()).Text.Should().NotContainAny("Home", "nothing", "The Harbour Post", "document.write");

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><nav><a href='/'>Home</a></nav><script>load()</script></body></html>")]
    [InlineData("<html><body><form>Name <input> Password <input></form><p>Please log in.</p></body></html>")]
    public void A_page_without_an_article_is_refused(string html)
    {
        var read = () => Documents.Page(html);

        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.NoArticle)
            .WithMessage("No article was found in the page 'page.html'. If it has one, save its text as a .txt file and read that.");
    }

    [Fact]
    public void A_page_nested_without_end_is_refused_before_it_is_parsed()
    {
        var read = () => Documents.Page(string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + "words");

        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.PageTooComplex)
            .WithMessage("'page.html' has elements nested more than 512 deep, more than a page of news has. Save the article's text as a .txt file and read that.");
    }

    [Fact]
    public void Ten_megabytes_of_tags_are_refused_before_they_are_parsed()
    {
        var read = () => Documents.Page(string.Concat(Enumerable.Repeat("<b></b>", 1_500_000)));

        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.PageTooComplex);
    }

    [Fact]
    public void Tags_inside_a_script_are_no_tags() =>
        Documents.Page(Html($"<script>var s = '{string.Concat(Enumerable.Repeat("<div>", 300_000))}';</script>")).Text.Should().StartWith("The council");

    [Fact]
    public void Any_markup_is_read_or_refused_with_a_code_and_twice_gives_the_same()
    {
        var piece = Gen.OneOf(
            Gen.OneOf("<p>", "</p>", "<div class='article-body'>", "</div>", "<table><tr><td>", "</table>", "<script>", "</script>", "<!--", "-->", "<time datetime='", "'>", "<q>", "<b", "&amp;", "&#x110000;", "<svg><title>", "<template>",
                "<script type='application/ld+json'>{\"@graph\":[[[", "<meta name=date content=99999999>", "<h1>Ministers</h1>", "<p>The council of ministers met on Monday to speak about the budget, officials said.</p>"),
            Gen.String[0, 30]);
        piece.Array[0, 30].Sample(pieces =>
        {
            var html = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(pieces)));
            var first = Outcome(html);
            first.Should().Be(Outcome(html));
        }, iter: 150);

        static string Outcome(string html)
        {
            try
            {
                var article = Documents.Page(html);
                foreach (var furniture in article.Furniture)
                    furniture.Span.Slice(article.Text).Should().NotBeNullOrWhiteSpace();
                return $"{article.Text}\n{article.Title}\n{article.Byline}\n{article.Published}\n{string.Join('\n', Documents.FurnitureOf(article))}";
            }
            catch (OnRecordException error)
            {
                return error.Code;
            }
        }
    }
}
