using System.Globalization;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Tags;

/// <summary>
/// Finds dictionary forms by rules on the end of a word: of the endings listed for its Penn tag the longest decides what
/// is cut off, what put on, and whether the form is written small, with a capital (Israeli) or in capitals (TV). A whole
/// form with <c>^</c> before it is an exception. Names keep the letters they have. Safe to share between threads.
/// </summary>
internal sealed class Lemmatiser
{
    /// <summary>The name of the weight file.</summary>
    public const string ModelName = "lemmas";

    /// <summary>The identity of the rules' layout.</summary>
    public const string FeatureSet = "lemmas/2 suffix-rules capitals";

    /// <summary>No ending or exception is longer.</summary>
    public const int LongestEnding = 20;

    private const int Kept = 8192;

    private readonly Dictionary<ulong, (byte Cut, string Add, LemmaCase Case)> rules = [];

    // Dictionary forms that were found, each where its word's hash says: a later one takes an earlier one's place.
    private readonly Found?[] found = new Found[Kept];

    // The longest ending that is no whole form.
    private int longest;

    private Lemmatiser()
    {
    }

    /// <summary>The lemmatiser of a weight file.</summary>
    public static Lemmatiser Load(ModelFile file)
    {
        file.RequireFeatureSet(FeatureSet);
        return Of(Weights.ReadLines(file, "rules"));
    }

    /// <summary>A lemmatiser with these rules, each <c>tag ending cut add case</c> apart by tabs, in small letters; the case is the number of a <see cref="LemmaCase"/>.</summary>
    public static Lemmatiser Of(IEnumerable<string> lines)
    {
        var lemmatiser = new Lemmatiser();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split('\t') is not [var tag, var ending, var cut, var add, var letters]) throw new FormatException($"A rule of dictionary forms has five fields, and this one has not: {line}");
            if (!known.TryGetValue(add, out var shared)) known.Add(add, shared = add);
            if (!ending.StartsWith('^')) lemmatiser.longest = Math.Max(lemmatiser.longest, ending.Length);
            lemmatiser.rules[Key(ending, WordForm.Hash(tag))] = (byte.Parse(cut, CultureInfo.InvariantCulture), shared, (LemmaCase)byte.Parse(letters, CultureInfo.InvariantCulture));
        }
        return lemmatiser;
    }

    /// <summary>The dictionary form of a word.</summary>
    public string Lemma(ReadOnlySpan<char> form, string tag)
    {
        // Most words were met before, and their strings serve again.
        var key = Key(form, WordForm.Hash(tag));
        ref var place = ref found[key % Kept];
        if (Volatile.Read(ref place) is { } before && before.Key == key) return before.Lemma;
        var lemma = Find(form, tag);
        Volatile.Write(ref place, new Found(key, lemma));
        return lemma;
    }

    private string Find(ReadOnlySpan<char> form, string tag)
    {
        Span<char> word = stackalloc char[LongestEnding + 1];
        var isName = tag is "NNP" or "NNPS";
        var tail = form.Length > LongestEnding ? form[^LongestEnding..] : form;
        word[0] = form.Length > LongestEnding ? '*' : '^';
        for (var i = 0; i < tail.Length; i++) word[i + 1] = char.ToLowerInvariant(tail[i] == '\u2019' ? '\'' : tail[i]);
        var whole = word[..(tail.Length + 1)];
        var tagHash = WordForm.Hash(tag);
        // The whole form first, then each ending that there may be a rule for.
        for (var from = 0; from <= whole.Length; from = Math.Max(from + 1, whole.Length - longest))
        {
            if (!rules.TryGetValue(Key(whole[from..], tagHash), out var rule) || rule.Cut > form.Length || rule.Cut == form.Length && rule.Add.Length == 0) continue;
            var kept = form[..^rule.Cut];
            var lemma = string.Concat(kept, rule.Add);
            return isName ? lemma : rule.Case switch
            {
                LemmaCase.Capitals => lemma.ToUpperInvariant(),
                LemmaCase.Capital => char.ToUpperInvariant(lemma[0]) + lemma[1..].ToLowerInvariant(),
                _ => lemma.ToLowerInvariant(),
            };
        }
        return isName ? form.ToString() : form.ToString().ToLowerInvariant();
    }

    private static ulong Key(ReadOnlySpan<char> ending, ulong tagHash) => WordForm.Hash(ending) * 31 + tagHash;

    private sealed record Found(ulong Key, string Lemma);
}
