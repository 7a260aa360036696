using OnRecord.Language;

namespace OnRecord.Link;

/// <summary>
/// Resolves "the transport minister" to the one person whom the document calls so beside the name: "Transport Minister
/// Colm Dacey", "the transport minister, Colm Dacey", "Colm Dacey, the transport minister". Two who fit leave it open.
/// </summary>
internal static class Bearers
{
    private const int LongestTitle = 5;

    /// <summary>The one person so called; null where there is none or more than one.</summary>
    /// <param name="analysis">The text.</param>
    /// <param name="local">Who the document names.</param>
    /// <param name="title">The words after "the".</param>
    public static LocalEntity? Of(Analysis analysis, LocalEntities local, IReadOnlyList<string> title)
    {
        if (title.Count is 0 or > LongestTitle) return null;
        LocalEntity? only = null;
        foreach (var entity in local.All)
        {
            if (entity.Type != EntityType.Person || entity == only || !IsCalled(analysis, entity, title)) continue;
            if (only is not null && (only.Known is null || only.Known.Key != entity.Known?.Key)) return null;
            only = entity;
        }
        return only;
    }

    private static bool IsCalled(Analysis analysis, LocalEntity entity, IReadOnlyList<string> title)
    {
        foreach (var mention in entity.Mentions)
        {
            if (mention.Form != MentionForm.Name) continue;
            var (first, end) = analysis.TokensIn(mention.Span);
            var before = first > 0 && Word(analysis, first - 1) is "," ? first - 1 : first;
            if (Stands(analysis, before - title.Count, title) || Holds(analysis, before, title)) return true;
            if (end + 1 < analysis.Tokens.Count && Word(analysis, end) is "," && Word(analysis, end + 1) is "the" && Stands(analysis, end + 2, title)) return true;
        }
        return false;
    }

    // "Republican presidential nominee Donald Trump" is the Republican nominee.
    private static bool Holds(Analysis analysis, int end, IReadOnlyList<string> title)
    {
        if (title.Count < 2 || end == 0 || !Word(analysis, end - 1).Equals(title[^1], StringComparison.OrdinalIgnoreCase)) return false;
        var next = title.Count - 2;
        for (var at = end - 2; at >= 0 && at >= end - LongestTitle && next >= 0; at--)
        {
            if (!char.IsLetter(Word(analysis, at)[0])) break;
            if (Word(analysis, at).Equals(title[next], StringComparison.OrdinalIgnoreCase)) next--;
        }
        return next < 0;
    }

    private static bool Stands(Analysis analysis, int at, IReadOnlyList<string> words)
    {
        if (at < 0 || at + words.Count > analysis.Tokens.Count) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Word(analysis, at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
