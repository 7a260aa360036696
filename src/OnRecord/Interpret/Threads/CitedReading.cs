using System.Security.Cryptography;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Interpret.Threads;

/// <summary>One reading as the threads cite it: places with their words, and entities as the parties they are over documents.</summary>
internal sealed class CitedReading
{
    private readonly Dictionary<string, Attribution> attributions;
    private readonly Dictionary<string, Party> parties;

    public CitedReading(Reading reading, Article article, Func<Entity, Party> identify, WordPool pool)
    {
        Reading = reading;
        Article = article;
        Pool = pool;
        attributions = reading.Attributions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        parties = reading.Entities.ToDictionary(e => e.Id, identify, StringComparer.Ordinal);
    }

    public Reading Reading { get; }

    public Article Article { get; }

    public WordPool Pool { get; }

    /// <summary>Whether an item counts: what stands in a statement that a person rejected does not.</summary>
    public bool Stands(string? attribution) => attribution is null || attributions.ContainsKey(attribution);

    public Attribution? AttributionOf(string? id) => id is null ? null : attributions.GetValueOrDefault(id);

    public Party? PartyOf(string? entity) => entity is null ? null : parties.GetValueOrDefault(entity);

    public Party? SpeakerOf(string? attribution) => PartyOf(AttributionOf(attribution)?.Speaker);

    public string? WordsOf(TextSpan? span) => span is { } words ? OneLine(words.Slice(Article.Text)) : null;

    /// <summary>The citation of an item.</summary>
    /// <param name="letter">What kind of thing it is, as <see cref="Citation.Key"/> begins.</param>
    /// <param name="item">Its name in the document.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="attribution">The attribution it stands in, if any.</param>
    public Citation Cite(char letter, string item, TextSpan span, string? attribution) => new()
    {
        Key = KeyOf(letter, span),
        Document = Reading.Raw.Sha256,
        Path = Reading.Raw.Path,
        Url = Article.Url ?? Reading.Raw.Url,
        Title = Article.Title,
        Publisher = Article.Publisher,
        Published = Article.Published,
        Day = AttributionOf(attribution)?.When ?? Article.Published,
        Item = item,
        Attribution = attribution,
        Span = span,
        Words = OneLine(span.Slice(Article.Text)),
    };

    /// <summary>
    /// For whom a speaker speaks: the body that the attribution names, else the only state or body named in the words of the
    /// source ("Aldria's president, Lucien Amsel") or of the office ("Secretary General of NATO"). Null where none is.
    /// </summary>
    public Party? BodyBehind(string? speaker, Attribution? attribution, TextSpan? words)
    {
        if (PartyOf(attribution?.OnBehalfOf) is { } told) return told;
        if (speaker is null || Reading.Entities.FirstOrDefault(e => e.Id == speaker) is not { Type: EntityType.Person }) return null;
        TextSpan[] sources = [.. attribution?.Source ?? [], .. words is { } own ? new[] { own } : []];
        var bodies = Reading.Entities.Where(e => e.Id != speaker && IsBody(e) && (e.Mentions.Any(m => m.Form == MentionForm.Name && sources.Any(s => s.Contains(m.Span))) || IsOfOffice(e, attribution?.Role)))
            .Select(e => parties[e.Id]).Distinct().ToList();
        return bodies.Count == 1 ? bodies[0] : null;
    }

    /// <summary>Whether an entity is a state or a body rather than a person.</summary>
    public bool IsBody(string? entity) => Reading.Entities.FirstOrDefault(e => e.Id == entity) is { } found && IsBody(found);

    private static bool IsBody(Entity entity) => entity.Type is EntityType.Place or EntityType.Organisation or EntityType.Group;

    private bool IsOfOffice(Entity entity, string? role)
    {
        if (role is null || role.LastIndexOf(" of ", StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var body = role[(at + " of ".Length)..];
        return body == entity.Name || entity.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Slice(Article.Text) == body);
    }

    private string KeyOf(char letter, TextSpan span)
    {
        var place = FormattableString.Invariant($"{letter}:{Reading.Raw.Sha256}:{span.Start}-{span.End}");
        return letter + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..10];
    }

    // A line break inside a passage is the page's, not the words'.
    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
