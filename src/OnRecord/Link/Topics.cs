using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Of whom the article itself speaks near a place: names outside quotation marks, and those of them that are subjects, since
/// "he" goes on from the subject (Grosz, Joshi and Weinstein 1995). "“Dahl is wrong,” Marsh said. “He lies,” he said": Dahl is
/// in Marsh's words, and the second "he" in the article's. One serves one document.
/// </summary>
internal sealed class Topics
{
    // How far up a name's own phrase its place in the sentence is looked for: "President | Anna Dahl", "the minister, Anna Dahl".
    private const int Reach = 6;

    private readonly Analysis analysis;
    private readonly LocalEntities entities;
    private readonly List<TextSpan> quotations;

    public Topics(Analysis analysis, LocalEntities entities)
    {
        this.analysis = analysis;
        this.entities = entities;
        quotations = [.. analysis.Quotations.Where(q => q.Depth == 0).Select(q => q.Span)];
    }

    /// <summary>Those named between two places who may be meant by a word at the second: not in quotation marks, unless that word is in the same ones.</summary>
    public IEnumerable<(TextSpan Span, LocalEntity Entity)> Between(int start, int end)
    {
        var own = QuotationAt(end);
        return entities.NamesBetween(start, end).Where(n => QuotationAt(n.Span.Start) is not { } quotation || quotation == own);
    }

    /// <summary>Whether a name is the subject of a clause that is not part of another noun's phrase; true where the syntax is not known.</summary>
    public bool IsSubject(TextSpan name)
    {
        if (analysis.Grammar is not { } grammar) return true;
        var (first, end) = analysis.TokensIn(name);
        var at = first;
        for (var i = first; i < end; i++)
        {
            if (grammar.Head(i) is var head && (head < first || head >= end)) at = i;
        }
        for (var steps = 0; steps < Reach && grammar.Relation(at) is "flat" or "compound" or "nmod:desc" or "appos" or "conj" && grammar.Head(at) >= 0; steps++) at = grammar.Head(at);
        return grammar.Relation(at).StartsWith("nsubj", StringComparison.Ordinal) && grammar.Head(at) is >= 0 and var verb && !grammar.Relation(verb).StartsWith("acl", StringComparison.Ordinal);
    }

    /// <summary>Whether a place is in quotation marks and another is not in the same ones.</summary>
    public bool IsQuotedApart(int position, int other) => QuotationAt(position) is { } quotation && !quotation.Contains(other);

    private TextSpan? QuotationAt(int position)
    {
        var (low, high) = (0, quotations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Start <= position) low = middle + 1;
            else high = middle;
        }
        return low > 0 && quotations[low - 1].End > position ? quotations[low - 1] : null;
    }
}
