using System.Runtime.InteropServices;
using OnRecord.Language.Learning;
using OnRecord.Language.Tags;

namespace OnRecord.Interpret.Classify;

/// <summary>Hashed features of what a source does to a target: the words on the way from one to the other, and what they hint at.</summary>
internal static class EventFeatures
{
    private const uint Lemma = 101, Placed = 102, Pair = 103, Hint = 104, HintOrder = 105, Source = 106, Target = 107, Verb = 108, Object = 109, Negated = 110, Way = 111, Following = 112, Chain = 113, Word = 114, HintPair = 115;

    /// <summary>The features of a sentence with its source and target, each once.</summary>
    public static uint[] Of(SentenceView view)
    {
        var features = new List<uint>();
        var order = new List<int>();
        for (var i = 0; i < view.Count; i++)
        {
            var place = view.Place(i);
            var isInside = place is 1 or 2;
            var lemma = view.LemmaHashes[i];
            if (view.Tag(i) is UniversalTag.Punctuation) continue;
            if (!isInside)
            {
                features.Add(Fnv.Join(Lemma, lemma));
                features.Add(Fnv.Join(Word, view.Folded[i]));
                features.Add(Fnv.Join(Placed, (uint)place, lemma));
                if (i + 1 < view.Count && view.Place(i + 1) is not (1 or 2)) features.Add(Fnv.Join(Pair, lemma, view.LemmaHashes[i + 1]));
                if (i + 2 < view.Count && view.Place(i + 2) is not (1 or 2)) features.Add(Fnv.Join(Chain, lemma, view.LemmaHashes[i + 2]));
            }
            else features.Add(Fnv.Join(place == 1 ? Source : Target, lemma));
            if (view.Hints[i] == 0 || place == 1) continue;
            if (!isInside) order.Add(i);
            for (var code = 0; code < 15; code++)
            {
                if ((view.Hints[i] & 1 << code) == 0) continue;
                features.Add(Fnv.Join(Hint, (uint)code, isInside ? 9u : 8u));
                features.Add(Fnv.Join(Hint, (uint)code, (uint)place));
            }
        }
        AddOrder(view, order, features);
        AddGoverning(view, view.Source, Source, features);
        AddGoverning(view, view.Target, Target, features);
        return SentenceFeatures.Distinct(CollectionsMarshal.AsSpan(features));
    }

    // "refused to lift", "agreed to release": the first hints after the source, in order.
    private static void AddOrder(SentenceView view, List<int> order, List<uint> features)
    {
        var after = order.Where(i => i >= view.Source.End).Take(3).ToList();
        for (var i = 0; i < after.Count; i++)
        {
            features.Add(Fnv.Join(HintOrder, (uint)i, view.Hints[after[i]]));
            features.Add(Fnv.Join(HintOrder, (uint)(i + 8), view.LemmaHashes[after[i]]));
            for (var code = 0; code < 15; code++)
            {
                if ((view.Hints[after[i]] & 1 << code) != 0) features.Add(Fnv.Join(HintOrder, (uint)(i + 16), (uint)code));
            }
            if (i > 0) features.Add(Fnv.Join(HintPair, view.Hints[after[i - 1]], view.Hints[after[i]]));
        }
    }

    // The verbs above a name, up to three, each with its object, what follows it and whether it is denied.
    private static void AddGoverning(SentenceView view, (int Start, int End) span, uint whose, List<uint> features)
    {
        if (span.End <= span.Start) return;
        var at = span.Start;
        for (var i = span.Start; i < span.End; i++)
        {
            var head = view.Head(i);
            if (head < span.Start || head >= span.End) at = i;
        }
        features.Add(Fnv.Join(Way, whose, Fnv.Hash(view.Relation(at))));
        var depth = 0u;
        for (var up = view.Head(at); up >= 0 && depth < 3; up = view.Head(up))
        {
            features.Add(Fnv.Join(Verb, Fnv.Join(whose, depth), view.LemmaHashes[up]));
            features.Add(Fnv.Join(Way, Fnv.Join(whose, depth, Fnv.Hash(view.Relation(at))), view.LemmaHashes[up]));
            for (var code = 0; code < 15; code++)
            {
                if ((view.Hints[up] & 1 << code) != 0) features.Add(Fnv.Join(Hint, Fnv.Join(whose, depth), (uint)code));
            }
            for (var i = 0; i < view.Count; i++)
            {
                if (view.Head(i) != up) continue;
                var relation = view.Relation(i);
                if (relation is "obj" or "xcomp" or "ccomp" or "compound:prt" or "obl") features.Add(Fnv.Join(Object, Fnv.Join(whose, Fnv.Hash(relation)), Fnv.Join(view.LemmaHashes[up], view.LemmaHashes[i])));
                if (relation is "obj" or "xcomp" or "ccomp")
                {
                    features.Add(Fnv.Join(Following, Fnv.Hash(relation), view.LemmaHashes[i]));
                    for (var code = 0; code < 15; code++)
                    {
                        if ((view.Hints[i] & 1 << code) != 0) features.Add(Fnv.Join(Following, Fnv.Hash(relation), (uint)code));
                    }
                }
                if (view.Lemmas[i] is "not" or "never" or "no" or "n't") features.Add(Fnv.Join(Negated, whose, view.LemmaHashes[up]));
            }
            depth++;
        }
    }
}
