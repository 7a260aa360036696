using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>The place that a report was written in says nothing: no span begins with its dateline. Stateless.</summary>
internal static class SpansBehindDatelines
{
    /// <summary>Takes the dateline out of spans that begin with it.</summary>
    public static void Trim(RoleGroup group, TokenAttributes tokens)
    {
        if (group.Source is { } source) group.Source = Behind(source, tokens);
        for (var i = 0; i < group.Contents.Count; i++) group.Contents[i] = Behind(group.Contents[i], tokens);
    }

    private static RoleSpan Behind(RoleSpan span, TokenAttributes tokens)
    {
        var end = Datelines.EndOf(tokens.Analysis, tokens.Analysis.Sentences[tokens.SentenceOf[span.First]]);
        return span.First < end && end < span.End ? span with { First = end } : span;
    }
}
