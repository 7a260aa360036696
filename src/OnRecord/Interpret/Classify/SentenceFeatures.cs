using System.Buffers;
using System.Numerics;
using OnRecord.Language.Learning;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Classify;

/// <summary>Hashed features of a sentence: words and tags in ones, twos and threes, the core of its clause, its figures and length.</summary>
internal static class SentenceFeatures
{
    private const uint Word = 1, Pair = 2, Triple = 3, Lemma = 4, TagPair = 5, TagTriple = 6, Opening = 7, Length = 8, Core = 9, Mixed = 10, Figures = 11, Ending = 12, Gap = 13, Neighbour = 14;

    // The golden ratio in 32 bits: neighbours come to lie far apart.
    private const uint Spread = 0x9E3779B1;

    // A word has so many at most, and a sentence so many beside those of its words.
    private const int MostOfWord = 10, MostOfSentence = 8;

    /// <summary>The features of a sentence, each once.</summary>
    public static uint[] Of(SentenceView view)
    {
        var room = ArrayPool<uint>.Shared.Rent(MostOfWord * view.Count + MostOfSentence);
        var features = new Writer(room);
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
        AddCore(view, ref features);
        var figures = 0;
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Tag(i) == UniversalTag.Numeral) figures++;
        }
        features.Add(Fnv.Join(Figures, (uint)Math.Min(figures, 4)));
        features.Add(Fnv.Join(Length, (uint)Math.Min(view.Count / 4, 12)));
        if (view.Count > 0) features.Add(Fnv.Join(Ending, view.Folded[view.Count - 1]));
        var distinct = Distinct(features.Written);
        ArrayPool<uint>.Shared.Return(room);
        return distinct;
    }

    /// <summary>Each of some features once, in the order in which they came.</summary>
    public static uint[] Distinct(ReadOnlySpan<uint> features)
    {
        // Two places or more for each; an empty one is nought, which is no feature anywhere else.
        var places = BitOperations.RoundUpToPowerOf2((uint)features.Length * 2 + 2);
        var shift = 32 - BitOperations.Log2(places);
        var seen = ArrayPool<uint>.Shared.Rent((int)places);
        var kept = ArrayPool<uint>.Shared.Rent(features.Length);
        seen.AsSpan(0, (int)places).Clear();
        var count = 0;
        foreach (var feature in features)
        {
            var at = feature * Spread >> shift;
            while (seen[at] != 0 && seen[at] != feature) at = at + 1 & places - 1;
            if (seen[at] == feature) continue;
            seen[at] = kept[count++] = feature;
        }
        var distinct = kept[..count];
        ArrayPool<uint>.Shared.Return(seen);
        ArrayPool<uint>.Shared.Return(kept);
        return distinct;
    }

    // The root with its subject, auxiliaries, negation and object: what the sentence says of whom.
    private static void AddCore(SentenceView view, ref Writer features)
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

    private ref struct Writer(Span<uint> room)
    {
        private readonly Span<uint> room = room;
        private int count;

        public readonly ReadOnlySpan<uint> Written => room[..count];

        public void Add(uint feature) => room[count++] = feature;
    }
}
