using System.Collections.Frozen;
using OnRecord.Language;
using OnRecord.Language.Tags;

namespace OnRecord.Link;

/// <summary>
/// Resolves "the transport minister" to the one person whom the document calls so beside the name: "Transport Minister
/// Colm Dacey", "the transport minister, Colm Dacey", "Colm Dacey, the transport minister". Of two who fit it is the one who
/// spoke just before, or the one whose whole title it is: "the president" is "President Berg" rather than "Drossia's
/// President Sarnov". Otherwise it stays open. One serves one document; looked up in constant time.
/// </summary>
internal sealed class Bearers
{
    private const int LongestTitle = 5;

    // A title has one form here, whichever of these the text uses.
    private static readonly FrozenDictionary<string, string> Forms = new Dictionary<string, string>
    {
        ["gov"] = "governor", ["sen"] = "senator", ["rep"] = "representative", ["congressman"] = "representative", ["congresswoman"] = "representative",
        ["gen"] = "general", ["adm"] = "admiral", ["col"] = "colonel", ["capt"] = "captain", ["sgt"] = "sergeant", ["dr"] = "doctor", ["prof"] = "professor",
        ["rev"] = "reverend", ["justice"] = "judge", ["pres"] = "president",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Analysis analysis;
    private readonly Dictionary<string, List<LocalEntity>> whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<LocalEntity>> any = new(StringComparer.OrdinalIgnoreCase);

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
                var title = first > 0 && Word(first - 1) is "," ? first - 1 : first;
                if (title > 0 && IsTitleOf(title - 1, first, end)) Before(title, entity);
                if (end + 1 < analysis.Tokens.Count && Word(end) is "," && Word(end + 1) is "the") After(end + 2, entity);
            }
        }
    }

    /// <summary>The one person so called; null where there is none, or more than one who may be meant.</summary>
    /// <param name="title">The words after "the".</param>
    /// <param name="before">Who spoke just before; null where nobody did.</param>
    public LocalEntity? Of(IReadOnlyList<string> title, LocalEntity? before)
    {
        if (title.Count is 0 or > LongestTitle) return null;
        var words = string.Join(' ', title.Select(Form));
        if (!any.TryGetValue(words, out var all)) return null;
        if (before is not null && all.Exists(e => IsSame(e, before))) return before;
        return Only(all) ?? (whole.TryGetValue(words, out var called) ? Only(called) : null);
    }

    private static LocalEntity? Only(List<LocalEntity> bearers) => bearers.TrueForAll(e => IsSame(e, bearers[0])) ? bearers[0] : null;

    private static bool IsSame(LocalEntity one, LocalEntity other) => one == other || one.Known is { } known && known.Key == other.Known?.Key;

    // "In the last poll Marsh leads": the word before the name says nothing of her.
    private bool IsTitleOf(int token, int first, int end)
    {
        if (NameWords.IsPersonNoun(Word(token))) return true;
        if (analysis.Grammar is not { } grammar || NameWords.IsPaper(Word(token))) return false;
        if (grammar.Head(token) is var head && head >= first && head < end) return true;
        for (var i = first; i < end; i++)
        {
            if (grammar.Head(i) == token) return true;
        }
        return false;
    }

    // The last word before the name, the last two …; and the first of them with the last, as "Republican nominee" of
    // "Republican presidential nominee".
    private void Before(int end, LocalEntity entity)
    {
        var words = new List<string>();
        for (var i = end - 1; i >= 0 && words.Count < LongestTitle && char.IsLetter(Word(i)[0]); i--)
        {
            words.Insert(0, Form(Word(i)));
            Note(string.Join(' ', words), entity, IsWhole(i));
            if (words.Count > 2) Note(words[0] + " " + words[^1], entity, false);
        }
    }

    private void After(int first, LocalEntity entity)
    {
        var title = "";
        for (var i = first; i < Math.Min(analysis.Tokens.Count, first + LongestTitle) && char.IsLetter(Word(i)[0]); i++)
        {
            title = title.Length == 0 ? Form(Word(i)) : title + " " + Form(Word(i));
            Note(title, entity, true);
        }
    }

    // Nothing before the word says more of the title: no noun, adjective, number or owner.
    private bool IsWhole(int token) => token == 0
        || analysis.Grammar is { } grammar && Word(token - 1) is not ("'s" or "\u2019s" or "'" or "\u2019" or "-") && grammar.Tag(token - 1) is not (UniversalTag.Noun or UniversalTag.ProperNoun or UniversalTag.Adjective or UniversalTag.Numeral or UniversalTag.Adverb);

    private void Note(string title, LocalEntity entity, bool isWhole)
    {
        Add(any, title, entity);
        if (isWhole) Add(whole, title, entity);
    }

    private static void Add(Dictionary<string, List<LocalEntity>> index, string title, LocalEntity entity)
    {
        if (!index.TryGetValue(title, out var bearers)) index[title] = bearers = [];
        if (!bearers.Contains(entity)) bearers.Add(entity);
    }

    private static string Form(string word) => Forms.TryGetValue(word.TrimEnd('.'), out var form) ? form : word;

    private string Word(int token) => analysis.Tokens[token].Span.Slice(analysis.Text);
}
