using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Bodies that are called by what they are of: "the Obama administration", "Drossia's foreign ministry", "Tulsa police". They
/// have a name with them, so that whoever reads the record knows which is meant; "the ministry" alone has none.
/// </summary>
internal static class DescribedBodies
{
    private const int LongestPhrase = 7;

    private static readonly FrozenSet<string> Heads = "administration campaign government police parliament ministry army military embassy foundation".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body that a source describes; null where it is none of these, or has no name with it.</summary>
    public static LocalEntity? Of(Analysis analysis, TextSpan source, LocalEntities local, WorldKnowledge world, DateOnly? day)
    {
        var (first, end) = analysis.TokensIn(source);
        if (end > first && Word(analysis, end - 1) is "'s" or "\u2019s" or ",") end--;
        if (end > first && NameWords.IsDefinite(Word(analysis, first))) first++;
        if (end - first is < 2 or > LongestPhrase || !Heads.Contains(Word(analysis, end - 1))) return null;
        for (var i = first; i < end; i++)
        {
            if (!char.IsLetter(Word(analysis, i)[0]) && Word(analysis, i) is not ("'s" or "\u2019s" or "'" or "\u2019" or "-")) return null;
        }
        var phrase = new TextSpan(analysis.Tokens[first].Start, analysis.Tokens[end - 1].End);
        if (!local.NamedBetween(phrase.Start, phrase.End).Any()) return null;
        var name = NameForm.Of(phrase.Slice(analysis.Text));
        var known = world.Named(name).Where(k => k.MayExistOn(day)).ToList();
        return known.Count == 1 ? local.Of(known[0]) : local.Add(new LocalEntity(name, EntityType.Organisation));
    }

    private static string Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text);
}
