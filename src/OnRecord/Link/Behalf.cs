using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Says for whom a source speaks, where that is another: the ministry of its spokeswoman, the state of its seat of government.</summary>
internal static class Behalf
{
    private static readonly FrozenSet<string> Spokespeople = "spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Governments = new[] { "government", "ministry" }.ToFrozenSet(StringComparer.Ordinal);

    public static LocalEntity? Of(Analysis analysis, TextSpan source, LocalEntity? speaker, LocalEntities local)
    {
        if (speaker?.Known is { Of: { } of } known && Governments.Contains(known.Kind)) return local.Find(of);
        var (first, end) = analysis.TokensIn(source);
        var isSpoken = false;
        for (var i = first; i < end; i++) isSpoken |= Spokespeople.Contains(analysis.Tokens[i].Span.Slice(analysis.Text));
        if (!isSpoken) return null;
        LocalEntity? body = null;
        foreach (var named in local.NamedBetween(source.Start, source.End))
        {
            if (named == speaker) continue;
            // "Clinton campaign spokesman" and "a spokeswoman for the governor" name a person; two bodies leave it open.
            if (body is not null && body != named) return null;
            body = named;
        }
        return body;
    }
}
