using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Tags;

namespace OnRecord.Link;

/// <summary>
/// Corrects the borders and types of names by those that are known: where several words with capitals are together the
/// name of a known body or treaty, they are that name. Persons are left as they were found, since a name of two words may
/// be another person's. Linear.
/// </summary>
internal static class KnownNames
{
    private const int Longest = 6;

    /// <summary>The names, in order and without overlap.</summary>
    public static List<FoundName> Correct(Analysis analysis, List<FoundName> names, WorldKnowledge world)
    {
        var corrected = new List<FoundName>(names.Count);
        var next = 0;
        for (var i = 0; i < analysis.Tokens.Count;)
        {
            if (Known(analysis, i, world) is not { } known)
            {
                while (next < names.Count && names[next].First <= i) Add(names[next++]);
                i++;
                continue;
            }
            // A name that goes on beyond the known one is another: "House of Representatives Republicans".
            var isPart = false;
            for (var n = next; n < names.Count && names[n].First < known.End; n++) isPart |= names[n].First < i || names[n].End > known.End;
            if (isPart || corrected.Count > 0 && corrected[^1].End > i)
            {
                while (next < names.Count && names[next].First <= i) Add(names[next++]);
                i++;
                continue;
            }
            while (next < names.Count && names[next].First < known.End) next++;
            corrected.Add(known);
            i = known.End;
        }
        while (next < names.Count) Add(names[next++]);
        return corrected;

        void Add(FoundName found)
        {
            var name = WithoutVerb(analysis, found, world);
            if (corrected.Count == 0 || corrected[^1].End <= name.First) corrected.Add(name);
        }
    }

    // "Seeks to Isolate Russia": in a headline every word has a capital, and what is left without the verb is a known name.
    private static FoundName WithoutVerb(Analysis analysis, FoundName name, WorldKnowledge world)
    {
        if (name.End - name.First < 2 || name.Type is EntityType.Person || analysis.Grammar?.Tag(name.First) is not UniversalTag.Verb) return name;
        foreach (var entity in world.Named(analysis.Text.AsSpan(analysis.Tokens[name.First + 1].Start..analysis.Tokens[name.End - 1].End)))
        {
            if (entity.Type is EntityType.Place or EntityType.Organisation) return new FoundName(name.First + 1, name.End, entity.Type, false);
        }
        return name;
    }

    private static FoundName? Known(Analysis analysis, int first, WorldKnowledge world)
    {
        var text = analysis.Text.AsSpan();
        if (!char.IsUpper(analysis.Tokens[first].Span.Slice(text)[0])) return null;
        var last = Math.Min(analysis.Tokens.Count, first + Longest);
        for (var end = last; end > first + 1; end--)
        {
            var word = analysis.Tokens[end - 1].Span.Slice(text);
            if (!char.IsLetter(word[0]) || char.IsLower(word[0]) && word is not ("agreement" or "treaty" or "accord" or "accords" or "ministry" or "parliament" or "deal")) continue;
            foreach (var entity in world.Named(text[analysis.Tokens[first].Start..analysis.Tokens[end - 1].End]))
            {
                if (entity.Type is EntityType.Organisation or EntityType.Treaty) return new FoundName(first, end, entity.Type, false);
            }
        }
        return null;
    }
}
