using OnRecord.Interpret.Classify;
using OnRecord.Interpret.Clauses;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>Finds what is asserted and can be checked, and how much it is worth checking. Immutable; safe to share between threads.</summary>
internal sealed class ClaimReader
{
    /// <summary>Shorter pieces of a quotation assert nothing by themselves.</summary>
    private const int FewestTokens = 4;

    private readonly SentenceClassifier claims;
    private readonly CheckworthyClassifier checkworthy;

    public ClaimReader(ModelFile file, WordVectors vectors, CheckworthyClassifier checkworthy)
    {
        claims = new SentenceClassifier(file, ClassifierTask.Claims, vectors);
        this.checkworthy = checkworthy;
    }

    /// <summary>The claims of an article, in order.</summary>
    public List<Claim> Read(ArticleView view)
    {
        var found = new List<Claim>();
        var units = Units(view);
        var sentences = units.ConvertAll(u => new SentenceView(view.Analysis, u.First, u.End));
        var worth = checkworthy.Probabilities(sentences);
        // Whether the others claim anything at all.
        List<int> others = [.. Enumerable.Range(0, units.Count).Where(i => worth[i] < checkworthy.Threshold)];
        var claimed = claims.Probabilities(others.ConvertAll(i => sentences[i])).Select(p => p[1] >= claims.Threshold);
        var left = others.Zip(claimed).Where(o => !o.Second).Select(o => o.First).ToHashSet();
        for (var i = 0; i < units.Count; i++)
        {
            if (left.Contains(i)) continue;
            var (first, end, attribution) = units[i];
            found.Add(new Claim
            {
                Id = FormattableString.Invariant($"c{found.Count + 1}"),
                Span = view.Span(first, end),
                Attribution = attribution,
                Kind = KindOf(view, first, end),
                Checkworthy = Math.Round(worth[i], 4),
            });
        }
        return found;
    }

    /// <summary>What may be claimed: each sentence, cut where a content begins or ends. What is quoted is its speaker's claim, the rest the article's.</summary>
    public static List<(int First, int End, string? Attribution)> Units(ArticleView view)
    {
        var units = new List<(int First, int End, string? Attribution)>();
        var said = new string?[view.Analysis.Tokens.Count];
        var around = new bool[said.Length];
        foreach (var attribution in view.Reading.Attributions)
        {
            foreach (var span in attribution.Content)
            {
                var (first, end) = view.Analysis.TokensIn(span);
                for (var i = first; i < end; i++) said[i] = attribution.Id;
            }
            foreach (var span in attribution.Source.Concat(attribution.Cue))
            {
                var (first, end) = view.Analysis.TokensIn(span);
                for (var i = first; i < end; i++) around[i] = true;
            }
        }
        foreach (var sentence in view.Analysis.Sentences)
        {
            if (sentence.IsApart) continue;
            for (var from = sentence.FirstToken; from < sentence.EndToken;)
            {
                var end = from + 1;
                while (end < sentence.EndToken && said[end] == said[from]) end++;
                // What is left beside source and cue ("NATO Secretary General … said on Wednesday") says that something was said.
                var isFrame = said[from] is null && Enumerable.Range(from, end - from).Any(i => around[i]);
                if (end - from >= FewestTokens && !isFrame && Asserts(view, from, end)) units.Add((from, end, said[from]));
                from = end;
            }
        }
        return units;
    }

    // Headings ("On the Future of the Treaty"), objects and infinitives say nothing that could be true or false.
    private static bool Asserts(ArticleView view, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (view.Grammar.PennTag(i) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }

    private static ClaimKind KindOf(ArticleView view, int first, int end)
    {
        var span = new TextSpan(view.Analysis.Tokens[first].Start, view.Analysis.Tokens[end - 1].End);
        var (isForecast, isComparison, isLaw, isEvent, isQuotation) = (false, false, false, false, false);
        for (var i = first; i < end; i++)
        {
            var tag = view.Grammar.PennTag(i);
            var lemma = view.Lemma(i);
            isForecast |= tag == "MD" && lemma is "will" or "shall" or "'ll" || lemma is "forecast" or "expect";
            isComparison |= tag is "JJR" or "JJS" or "RBR" or "RBS" || lemma is "than";
            isLaw |= lemma is "law" or "treaty" or "act" or "constitution" or "court" or "ruling" or "resolution" or "bill" or "article" && view.Grammar.Tag(i) != Language.Tags.UniversalTag.Verb;
            isEvent |= tag is "VBD" or "VBN";
            isQuotation |= lemma is "say" or "tell" or "promise" or "claim" && tag is "VBD" or "VBZ" or "VBP";
        }
        if (isForecast) return ClaimKind.Forecast;
        if (view.Reading.Quantities.Any(q => span.Contains(q.Span))) return ClaimKind.Quantity;
        if (isComparison) return ClaimKind.Comparison;
        if (isQuotation) return ClaimKind.Quotation;
        if (isLaw) return ClaimKind.Law;
        return isEvent ? ClaimKind.Event : ClaimKind.State;
    }
}
