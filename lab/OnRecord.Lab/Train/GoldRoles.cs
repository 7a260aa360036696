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

    private static void Lay(Analysis analysis, TextSpan span, Role begins, byte[] roles)
    {
        var (first, end) = analysis.TokensIn(span);
        for (var i = first; i < end; i++) roles[i] = (byte)(i == first ? begins : begins + 1);
    }
}
