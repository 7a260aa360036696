using OnRecord.Lab.Evaluate;
using OnRecord.Language.Text;

namespace OnRecord.Tests.Lab;

public sealed class ChainScoreTests
{
    [Fact]
    public void Chains_that_are_gold_score_one_in_every_measure()
    {
        var score = ChainScore.Of(Chains("abc", "de"), Chains("abc", "de"));

        new[] { score.Muc, score.Cubed, score.Ceaf, score.Mentions, score.Mean }.Should().AllSatisfy(s => s.Should().BeApproximately(1, 1e-9));
    }

    [Fact]
    public void A_chain_cut_in_two_scores_as_worked_out_by_hand()
    {
        // The example of Luo (2005) in small: abcd is found as ab and cd.
        var score = ChainScore.Of(Chains("abcd"), Chains("ab", "cd"));

        // MUC: two of three links, both right. B³: each mention has half its chain, and nothing wrong. CEAF: one pair, 2·2/(4+2), of one chain and of two.
        score.Muc.Should().BeApproximately(0.8, 1e-9);
        score.Cubed.Should().BeApproximately(2 * 0.5 / 1.5, 1e-9);
        score.Ceaf.Should().BeApproximately(2 * (2.0 / 3) * (1.0 / 3) / 1, 1e-9);
    }

    [Fact]
    public void A_mention_alone_counts_nowhere()
    {
        var score = ChainScore.Of(Chains("ab", "c"), Chains("ab", "d"));

        score.Mean.Should().BeApproximately(1, 1e-9);
        score.GoldMentions.Should().Be(2);
    }

    [Fact]
    public void The_best_assignment_is_not_the_greedy_one()
    {
        double[,] values = { { 9, 8 }, { 8, 1 } };

        Assignment.Best(2, 2, (r, c) => values[r, c]).Should().Be(16);
    }

    private static IEnumerable<IEnumerable<TextSpan>> Chains(params string[] chains) => chains.Select(c => c.Select(m => new TextSpan(m, m + 1)));
}
