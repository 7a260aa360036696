using System.Text;
using AwesomeAssertions;
using OnRecord.Interpret.Clauses;
using OnRecord.Models.English;
using OnRecord.Pipelines;

namespace OnRecord.Tests.Interpret.Clauses;

public sealed class ArticleViewTests
{
    private static readonly ArticleView View = new(StandardPipeline.Create(EnglishModels.Set).Read(new RawDocument
    {
        Path = "text",
        Bytes = Encoding.UTF8.GetBytes("The minister of transport, who leads the small party in the north, said on Monday that the railways that were built by her predecessors would be sold, and that no buyer had been found. Nobody asked why."),
        Sha256 = "",
        Form = DocumentForm.PlainText,
    }));

    [Fact]
    public void A_subtree_reaches_from_the_first_to_the_last_word_under_a_token()
    {
        var depth = 0;
        for (var token = 0; token < View.Analysis.Tokens.Count; token++)
        {
            var under = Enumerable.Range(0, View.Analysis.Tokens.Count).Where(i => View.IsUnder(i, token)).ToList();
            View.Subtree(token).Should().Be((under[0], under[^1] + 1));
            depth = Math.Max(depth, under.Count);
        }
        depth.Should().BeGreaterThan(20, "a sentence is under its root");
    }

    [Fact]
    public void What_is_left_out_of_a_subtree_is_left_out_with_all_that_stands_under_it()
    {
        for (var token = 0; token < View.Analysis.Tokens.Count; token++)
        {
            var left = Enumerable.Range(0, View.Analysis.Tokens.Count).Where(i => View.IsUnder(i, token) && !Above(i, token).Any(IsLeftOut)).ToList();
            View.Subtree(token, IsLeftOut).Should().Be((left[0], left[^1] + 1));
        }

        static bool IsLeftOut(int token) => View.Grammar.Relation(token) is "acl:relcl" or "ccomp" or "conj";

        // A token and those between it and another above it.
        static IEnumerable<int> Above(int token, int end)
        {
            for (var at = token; at != end; at = View.Grammar.Head(at)) yield return at;
        }
    }
}
