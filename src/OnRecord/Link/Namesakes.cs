using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Whom of several with one surname an article calls by it alone, after the custom of newsrooms: the one who alone holds or
/// held a leading office; the one whom alone the headline names in full; and where only one of them speaks, the one whose
/// surname stood alone before another was introduced, or else the one who speaks. "Ted Dahl said … Dahl said … his father,
/// Rolf Dahl, … Dahl said": the father is brought in beside him. Otherwise the surname stays open. One serves one document.
/// </summary>
internal sealed class Namesakes
{
    private readonly Analysis analysis;
    private readonly WorldKnowledge world;
    private readonly bool hasHeadline;
    private readonly List<TextSpan> sources;

    /// <param name="analysis">The text.</param>
    /// <param name="world">What is known of the world.</param>
    /// <param name="headline">The headline; null where there is none.</param>
    /// <param name="sources">The words that name who speaks.</param>
    public Namesakes(Analysis analysis, WorldKnowledge world, string? headline, IReadOnlyList<TextSpan> sources)
    {
        this.analysis = analysis;
        this.world = world;
        this.sources = [.. sources.Order()];
        hasHeadline = headline is not null && analysis.Sentences.Count > 1 && analysis.Sentences[0].Span.Slice(analysis.Text).StartsWith(headline, StringComparison.Ordinal);
    }

    /// <summary>The one whom the surname alone means; null where it may be either.</summary>
    /// <param name="bearers">Those who are named in full.</param>
    /// <param name="used">Where the surname is used, in order, with who is named there in full; null where it stands alone.</param>
    public LocalEntity? Principal(IReadOnlyCollection<LocalEntity> bearers, IReadOnlyList<(FoundName Name, LocalEntity? FullName)> used)
    {
        var leading = bearers.Where(e => world.Named(e.Name).Any(known => known.IsProminent)).ToList();
        if (leading.Count == 1) return leading[0];
        if (hasHeadline)
        {
            var inHeadline = used.Where(u => u.Name.End <= analysis.Sentences[0].EndToken && u.FullName is { } named && bearers.Contains(named)).Select(u => u.FullName).Distinct().ToList();
            if (inHeadline.Count == 1) return inHeadline[0];
        }
        // Two who speak are both called by the surname alone, each in a part of the text.
        var speaking = used.Where(u => u.FullName is { } named && bearers.Contains(named) && Speaks(u.Name)).Select(u => u.FullName).Distinct().ToList();
        return speaking.Count > 1 ? null
            : Introduced(used) is { } first ? speaking.Count == 0 || speaking[0] == first ? first : null
            : speaking.Count == 1 ? speaking[0] : null;
    }

    // The only one named in full when the surname first stands alone.
    private static LocalEntity? Introduced(IReadOnlyList<(FoundName Name, LocalEntity? FullName)> used)
    {
        LocalEntity? only = null;
        foreach (var (_, named) in used)
        {
            if (named is null && only is not null) return only;
            if (named is null || named == only) continue;
            if (only is not null) return null;
            only = named;
        }
        return null;
    }

    // The name begins or ends a source, and is not that of the one for whom another speaks: "a spokesman for Dahl".
    private bool Speaks(FoundName name)
    {
        var span = new TextSpan(analysis.Tokens[name.First].Start, analysis.Tokens[name.End - 1].End);
        var (low, high) = (0, sources.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sources[middle].Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        if (low == 0 || !sources[low - 1].Contains(span)) return false;
        var source = sources[low - 1];
        return span.Start == source.Start || span.End == source.End && analysis.Tokens[name.First - 1].Span.Slice(analysis.Text) is not ("for" or "of" or "to" or "by" or "with");
    }
}
