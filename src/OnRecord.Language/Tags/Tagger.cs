using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Tags;

/// <summary>
/// Reads tags off encoded words: of the pairs of universal and Penn tag that occur, the one with the highest sum of scores.
/// Immutable; safe to share.
/// </summary>
internal sealed class Tagger
{
    private readonly (byte Universal, byte Penn)[] pairs;
    private readonly UniversalTag[] universal;
    private readonly MorphologyTable morphology;

    /// <summary>The tagger of a weight file.</summary>
    public Tagger(ModelFile file)
    {
        universal = [.. Weights.ReadLines(file, "universal").Select(TagNames.Parse)];
        Penn = Weights.ReadLines(file, "penn");
        pairs = [.. Weights.ReadLines(file, "pairs").Select(line => line.Split(' ')).Select(p => (byte.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture), byte.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)))];
        morphology = new MorphologyTable(Weights.ReadLines(file, "morphology"));
        if (pairs.Length == 0 || pairs.Any(p => p.Universal >= universal.Length || p.Penn >= Penn.Length)) throw Weights.Damaged(file, "pairs");
    }

    /// <summary>The number of universal tags.</summary>
    public int UniversalCount => universal.Length;

    /// <summary>The Penn tags by number.</summary>
    public string[] Penn { get; }

    /// <summary>The tags of one word.</summary>
    /// <param name="scores">Of each universal tag, then of each Penn tag.</param>
    public (UniversalTag Universal, byte Penn) Tag(ReadOnlySpan<float> scores)
    {
        var best = pairs[0];
        var bestScore = float.NegativeInfinity;
        foreach (var pair in pairs)
        {
            var score = scores[pair.Universal] + scores[universal.Length + pair.Penn];
            if (score > bestScore) (best, bestScore) = (pair, score);
        }
        return (universal[best.Universal], best.Penn);
    }

    /// <summary>The morphological features of a word, such as <c>Number=Plur</c>; <c>_</c> for none.</summary>
    public string Features(ReadOnlySpan<char> form, UniversalTag tag, byte penn) => morphology.Find(form, tag, Penn[penn]);
}
