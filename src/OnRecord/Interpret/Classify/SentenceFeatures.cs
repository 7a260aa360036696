using System.Runtime.InteropServices;
using OnRecord.Language.Learning;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Classify;

/// <summary>Hashed features of a sentence: words and tags in ones, twos and threes, the core of its clause, its figures and length.</summary>
internal static class SentenceFeatures
{
    private const uint Word = 1, Pair = 2, Triple = 3, Lemma = 4, TagPair = 5, TagTriple = 6, Opening = 7, Length = 8, Core = 9, Mixed = 10, Figures = 11, Ending = 12, Gap = 13, Neighbour = 14;

    /// <summary>Adds the features of a sentence.</summary>
    public static void Add(SentenceView view, List<uint> features) => features.AddRange(view.Surface);

    /// <summary>The features of a sentence, in order.</summary>
    public static uint[] Of(SentenceView view)
    {
        var features = new List<uint>(12 * view.Count + 8);
        for (var i = 0; i < view.Count; i++)
        {
            features.Add(Fnv.Join(Word, view.Folded[i]));
            features.Add(Fnv.Join(Lemma, view.LemmaHashes[i]));
            if (i + 1 < view.Count)
            {
                features.Add(Fnv.Join(Pair, view.Folded[i], view.Folded[i + 1]));
                features.Add(Fnv.Join(TagPair, view.Tags[i], view.Tags[i + 1]));
                features.Add(Fnv.Join(Mixed, Fnv.Join(view.Tags[i], view.LemmaHashes[i + 1])));
            }
            if (i + 2 < view.Count)
            {
                features.Add(Fnv.Join(Triple, Fnv.Join(view.Folded[i], view.Folded[i + 1], view.Folded[i + 2])));
                features.Add(Fnv.Join(TagTriple, Fnv.Join(view.Tags[i], view.Tags[i + 1], view.Tags[i + 2])));
                features.Add(Fnv.Join(Gap, view.LemmaHashes[i], view.LemmaHashes[i + 2]));
            }
            if (i < 4) features.Add(Fnv.Join(Opening, (uint)i, view.LemmaHashes[i]));
        }
        AddCore(view, features);
        var figures = 0;
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) == UniversalTag.Numeral) figures++;
        }
        features.Add(Fnv.Join(Figures, (uint)Math.Min(figures, 4)));
        features.Add(Fnv.Join(Length, (uint)Math.Min(view.Count / 4, 12)));
        if (view.Count > 0) features.Add(Fnv.Join(Ending, view.Folded[view.Count - 1]));
        Distinct(features, 0);
        return [.. features];
    }

    /// <summary>Sorts the features from a place on and leaves each once.</summary>
    public static void Distinct(List<uint> features, int from)
    {
        var added = CollectionsMarshal.AsSpan(features)[from..];
        added.Sort();
        var kept = 0;
        for (var i = 0; i < added.Length; i++)
        {
            if (i == 0 || added[i] != added[i - 1]) added[kept++] = added[i];
        }
        features.RemoveRange(from + kept, added.Length - kept);
    }

    // The root with its subject, auxiliaries, negation and object: what the sentence says of whom.
    private static void AddCore(SentenceView view, List<uint> features)
    {
        for (var i = 0; i < view.Count; i++)
        {
            var head = view.Head(i);
            if (head < 0)
            {
                features.Add(Fnv.Join(Core, view.LemmaHashes[i], view.Tags[i]));
                continue;
            }
            var relation = Fnv.Hash(view.Relation(i));
            if (view.Head(head) < 0) features.Add(Fnv.Join(Core, relation, view.LemmaHashes[i]));
            features.Add(Fnv.Join(Neighbour, Fnv.Join(relation, view.LemmaHashes[head], view.LemmaHashes[i])));
        }
    }
}
