using OnRecord.Extract;
using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train;

/// <summary>Lays gold attributions over the product's own tokens.</summary>
internal static class GoldRoles
{
    /// <summary>The role of every token. Where two attributions claim one, a cue stands over a source and a source over a content.</summary>
    public static byte[] Of(AttributionDocument document, Analysis analysis)
    {
        var roles = new byte[analysis.Tokens.Count];
        foreach (var span in document.Attributions.SelectMany(a => a.Content)) Lay(analysis, span, Role.ContentBegins, roles);
        foreach (var span in document.Attributions.SelectMany(a => a.Source)) Lay(analysis, span, Role.SourceBegins, roles);
        foreach (var span in document.Attributions.SelectMany(a => a.Cue)) Lay(analysis, span, Role.CueBegins, roles);
        return roles;
    }

    /// <summary>The tokens that a span touches.</summary>
    public static (int First, int End) Tokens(Analysis analysis, TextSpan span)
    {
        var low = 0;
        var high = analysis.Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (analysis.Tokens[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < analysis.Tokens.Count && analysis.Tokens[end].Start < span.End) end++;
        return (low, end);
    }

    private static void Lay(Analysis analysis, TextSpan span, Role begins, byte[] roles)
    {
        var (first, end) = Tokens(analysis, span);
        for (var i = first; i < end; i++) roles[i] = (byte)(i == first ? begins : begins + 1);
    }
}
