using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OnRecord.Lab.Build;
using OnRecord.Lab.Corpora;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Tags;

namespace OnRecord.Lab.Train;

/// <summary>
/// Makes the lemmatiser's rules: for each Penn tag a tree over word endings, in which an ending stands only where its
/// most frequent change differs from that of the shorter ending.
/// </summary>
internal static class LemmaTraining
{
    private static readonly string[] Inflected = ["NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"];

    public static void Run(string corpora, string target, TextWriter output)
    {
        var counts = new Dictionary<(string Tag, string Form), Dictionary<string, double>>();
        foreach (var word in TrainingText.Treebanks(corpora).SelectMany(s => s)) Count(word.Penn, Plain(word.Form), word.Penn is "NNP" or "NNPS" ? word.Lemma.ToLowerInvariant() : word.Lemma, 1);
        foreach (var (tag, form, lemma) in ProperAdjectives(corpora).Concat(Known(corpora)))
        {
            if (!counts.ContainsKey((tag, form))) Count(tag, form, lemma, 0.5);
        }
        var rules = new List<string>();
        foreach (var tag in counts.Keys.Select(k => k.Tag).Distinct().Order(StringComparer.Ordinal))
        {
            var words = counts.Where(c => c.Key.Tag == tag).Select(c => ("^" + c.Key.Form, Change(c.Key.Form, Most(tag, c.Value)))).ToList();
            // The end of one name says nothing of another's: "Sept." is September, and "Capt." is not.
            if (tag == "NNP") rules.AddRange(words.Where(w => w.Item2 != Unchanged).Select(w => Rule(tag, w.Item1, w.Item2)));
            else Grow(tag, words, 0, (-1, "", LemmaCase.Small), rules);
        }
        rules.Sort(StringComparer.Ordinal);
        var file = new ModelFile([new("rules", Weights.Pack(rules))])
        {
            Name = Lemmatiser.ModelName,
            FeatureSet = Lemmatiser.FeatureSet,
            Command = "lab train lemmas --corpora DIR",
            Scores = FormattableString.Invariant($"{rules.Count} rules"),
        };
        using var stream = File.Create(target);
        file.Write(stream);
        output.WriteLine(FormattableString.Invariant($"lemmas: {rules.Count} rules, {stream.Length / 1e3:F0} kB, {target}"));

        void Count(string tag, string form, string lemma, double weight)
        {
            if (form.Length > Lemmatiser.LongestEnding || lemma.Contains(' ') || form.Contains('\t')) return;
            if (!counts.TryGetValue((tag, form), out var lemmas)) counts.Add((tag, form), lemmas = []);
            lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + weight;
        }
    }

    private static string Plain(string form) => form.ToLowerInvariant().Replace('\u2019', '\'');

    // A noun with a capital letter is mostly part of a name that was tagged word by word: "the council" is in small letters
    // even where half of those who were met are the Council.
    private static string Most(string tag, Dictionary<string, double> lemmas)
    {
        var ranked = lemmas.OrderByDescending(l => l.Value).ThenByDescending(l => l.Key, StringComparer.Ordinal).ToList();
        var isPlain = tag is not ("NNP" or "NNPS" or "JJ" or "PRP");
        var (most, count) = ranked[0];
        if (!isPlain || !char.IsUpper(most[0]) || count >= 2 && count >= 0.75 * ranked.Sum(l => l.Value)) return most;
        return ranked.Select(l => l.Key).FirstOrDefault(l => !char.IsUpper(l[0])) ?? most.ToLowerInvariant();
    }

    /// <summary>Forms and lemmas of the tables of words, by the tag their ending shows.</summary>
    private static IEnumerable<(string Tag, string Form, string Lemma)> Known(string corpora)
    {
        using var exceptions = Json(Path.Combine(corpora, "words", "en_lemma_exc.json.gz"));
        foreach (var part in exceptions.RootElement.EnumerateObject())
        {
            foreach (var entry in part.Value.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var lemma = entry.Value[0].GetString()!;
                foreach (var tag in TagsOf(part.Name, entry.Name, lemma)) yield return (tag, entry.Name, lemma);
            }
        }
        using var index = Json(Path.Combine(corpora, "words", "en_lemma_index.json.gz"));
        var known = index.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(w => w.GetString()!).ToHashSet(StringComparer.Ordinal));
        using var lookup = Json(Path.Combine(corpora, "words", "en_lemma_lookup.json.gz"));
        foreach (var entry in lookup.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var lemma = entry.Value.GetString()!;
            if (entry.Name != entry.Name.ToLowerInvariant() || entry.Name == lemma) continue;
            foreach (var part in known.Where(k => k.Value.Contains(lemma)).Select(k => k.Key))
            {
                foreach (var tag in TagsOf(part, entry.Name, lemma)) yield return (tag, entry.Name, lemma);
            }
        }
        // Dictionary forms stay as they are, whatever their ending looks like.
        foreach (var (part, tags) in new (string, string[])[] { ("noun", ["NN"]), ("verb", ["VB", "VBP"]), ("adj", ["JJ"]), ("adv", ["RB"]) })
        {
            foreach (var word in known[part].Where(w => w == w.ToLowerInvariant() && !w.Contains('_')).Order(StringComparer.Ordinal))
            {
                foreach (var tag in tags) yield return (tag, word, word);
            }
        }
    }

    private static string[] TagsOf(string part, string form, string lemma) => part switch
    {
        "noun" when form != lemma => ["NNS"],
        "verb" when form.EndsWith("ing", StringComparison.Ordinal) => ["VBG"],
        "verb" when form.EndsWith('s') => ["VBZ"],
        "verb" when form != lemma => ["VBD", "VBN"],
        "adj" when form.EndsWith("st", StringComparison.Ordinal) => ["JJS"],
        "adj" when form.EndsWith('r') => ["JJR"],
        "adv" when form.EndsWith("st", StringComparison.Ordinal) => ["RBS"],
        "adv" when form.EndsWith('r') => ["RBR"],
        _ => [],
    };

    private static JsonDocument Json(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        return JsonDocument.Parse(zip);
    }

    /// <summary>What is said of a country's people and things keeps its capital letter.</summary>
    private static IEnumerable<(string Tag, string Form, string Lemma)> ProperAdjectives(string corpora)
    {
        var states = new States(new FactsFolder(corpora));
        foreach (var page in states.Pages.Select(p => p.Page))
        {
            foreach (var adjective in States.Text(page, "People and Society", "Nationality", "adjective").Split([',', ';', '/'], StringSplitOptions.TrimEntries))
            {
                if (adjective.Length > 2 && char.IsUpper(adjective[0]) && adjective.All(char.IsLetter)) yield return ("JJ", adjective.ToLowerInvariant(), adjective);
            }
        }
    }

    private static (int Cut, string Add, LemmaCase Case) Unchanged => (0, "", LemmaCase.Small);

    private static (int Cut, string Add, LemmaCase Case) Change(string form, string lemma)
    {
        var shared = 0;
        while (shared < form.Length && shared < lemma.Length && char.ToLowerInvariant(lemma[shared]) == form[shared]) shared++;
        var letters = !char.IsUpper(lemma[0]) ? LemmaCase.Small : lemma.Length > 1 && lemma == lemma.ToUpperInvariant() ? LemmaCase.Capitals : LemmaCase.Capital;
        return (form.Length - shared, lemma[shared..], letters);
    }

    private static string Rule(string tag, string ending, (int Cut, string Add, LemmaCase Case) change) =>
        string.Create(CultureInfo.InvariantCulture, $"{tag}\t{ending}\t{change.Cut}\t{change.Add}\t{(int)change.Case}");

    private static void Grow(string tag, List<(string Word, (int Cut, string Add, LemmaCase Case) Change)> words, int length, (int, string, LemmaCase) inherited, List<string> rules)
    {
        var most = words.GroupBy(w => w.Change).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cut).ThenBy(g => g.Key.Add, StringComparer.Ordinal).ThenBy(g => g.Key.Case).First().Key;
        if (most != inherited && (length == 0 || words.Count > 0))
        {
            rules.Add(Rule(tag, words[0].Word[^length..], most));
            inherited = most;
        }
        if (words.All(w => w.Change == most)) return;
        foreach (var group in words.Where(w => w.Word.Length > length).GroupBy(w => w.Word[^(length + 1)]).OrderBy(g => g.Key)) Grow(tag, [.. group], length + 1, inherited, rules);
    }
}
