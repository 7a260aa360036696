using System.Runtime.InteropServices;
using OnRecord.Language.Learning;

namespace OnRecord.Language.Entities;

/// <summary>
/// One name, one type in a text (Gale, Church and Yarowsky 1992, of word senses): where the same words were taken for names
/// of different types, the type most of them have goes for all; and a single word that ends a person's name elsewhere in
/// the text is that person's. Linear; stateless.
/// </summary>
internal static class NameAgreement
{
    /// <summary>Changes the types of the names of one text in place.</summary>
    public static void Settle(ReadOnlySpan<char> text, List<Name> names)
    {
        var rows = new Dictionary<ulong, int>(names.Count);
        var counts = new List<int>(names.Count * NameLabels.Types);
        foreach (var name in names)
        {
            var hash = WordForm.Hash(name.Span.Slice(text));
            if (!rows.TryGetValue(hash, out var row))
            {
                rows.Add(hash, row = rows.Count);
                CollectionsMarshal.SetCount(counts, rows.Count * NameLabels.Types);
                CollectionsMarshal.AsSpan(counts)[(row * NameLabels.Types)..].Clear();
            }
            counts[row * NameLabels.Types + (int)name.Type]++;
        }
        foreach (var name in names)
        {
            // The surname of a person named in full weighs like one more mention, if it is mentioned alone at all.
            if (name.Type != NameType.Person || name.EndToken - name.FirstToken < 2) continue;
            var words = name.Span.Slice(text);
            if (rows.TryGetValue(WordForm.Hash(words[(words.LastIndexOf(' ') + 1)..]), out var row)) counts[row * NameLabels.Types + (int)NameType.Person]++;
        }
        for (var i = 0; i < names.Count; i++)
        {
            var from = rows[WordForm.Hash(names[i].Span.Slice(text))] * NameLabels.Types;
            var best = (int)names[i].Type;
            for (var type = 0; type < NameLabels.Types; type++)
            {
                if (counts[from + type] > counts[from + best]) best = type;
            }
            if (best != (int)names[i].Type) names[i] = names[i] with { Type = (NameType)best };
        }
    }
}
