using OnRecord.Language;

namespace OnRecord.Link;

/// <summary>
/// Resolves "the transport minister" to the one person whom the document calls so beside the name: "Transport Minister
/// Colm Dacey", "the transport minister, Colm Dacey", "Colm Dacey, the transport minister". Two who fit leave it open.
/// One serves one document; looked up in constant time.
/// </summary>
internal sealed class Bearers
{
    private const int LongestTitle = 5;

    private readonly Analysis analysis;

    // The person so called; null where there are two.
    private readonly Dictionary<string, LocalEntity?> byTitle = new(StringComparer.OrdinalIgnoreCase);

    public Bearers(Analysis analysis, LocalEntities local)
    {
        this.analysis = analysis;
        foreach (var entity in local.All)
        {
            if (entity.Type != EntityType.Person) continue;
            foreach (var mention in entity.Mentions)
            {
                if (mention.Form != MentionForm.Name) continue;
                var (first, end) = analysis.TokensIn(mention.Span);
                Before(first > 0 && Word(first - 1) is "," ? first - 1 : first, entity);
                if (end + 1 < analysis.Tokens.Count && Word(end) is "," && Word(end + 1) is "the") After(end + 2, entity);
            }
        }
    }

    /// <summary>The one person so called; null where there is none or more than one.</summary>
    /// <param name="title">The words after "the".</param>
    public LocalEntity? Of(IReadOnlyList<string> title) => title.Count is > 0 and <= LongestTitle ? byTitle.GetValueOrDefault(string.Join(' ', title)) : null;

    // The last word before the name, the last two …; and the first of them with the last, as "Republican nominee" of
    // "Republican presidential nominee".
    private void Before(int end, LocalEntity entity)
    {
        var words = new List<string>();
        for (var i = end - 1; i >= 0 && words.Count < LongestTitle && char.IsLetter(Word(i)[0]); i--)
        {
            words.Insert(0, Word(i));
            Note(string.Join(' ', words), entity);
            if (words.Count > 2) Note(words[0] + " " + words[^1], entity);
        }
    }

    private void After(int first, LocalEntity entity)
    {
        var title = "";
        for (var i = first; i < Math.Min(analysis.Tokens.Count, first + LongestTitle) && char.IsLetter(Word(i)[0]); i++)
        {
            title = title.Length == 0 ? Word(i) : title + " " + Word(i);
            Note(title, entity);
        }
    }

    private void Note(string title, LocalEntity entity)
    {
        if (!byTitle.TryGetValue(title, out var before)) byTitle[title] = entity;
        else if (before is not null && before != entity && (before.Known is null || before.Known.Key != entity.Known?.Key)) byTitle[title] = null;
    }

    private string Word(int token) => analysis.Tokens[token].Span.Slice(analysis.Text);
}
