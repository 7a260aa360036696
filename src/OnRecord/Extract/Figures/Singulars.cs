namespace OnRecord.Extract.Figures;

/// <summary>Plurals and singulars of what is counted, by the endings of English and a list of those that do not follow them.</summary>
internal static class Singulars
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["policemen"] = "policeman", ["policewomen"] = "policewoman", ["lives"] = "life", ["wives"] = "wife", ["knives"] = "knife", ["leaves"] = "leaf", ["halves"] = "half", ["thieves"] = "thief", ["shelves"] = "shelf", ["wolves"] = "wolf", ["feet"] = "foot", ["teeth"] = "tooth", ["mice"] = "mouse", ["geese"] = "goose", ["criteria"] = "criterion", ["phenomena"] = "phenomenon", ["crises"] = "crisis", ["bases"] = "base", ["analyses"] = "analysis", ["theses"] = "thesis", ["media"] = "medium", ["heroes"] = "hero", ["potatoes"] = "potato", ["tomatoes"] = "tomato", ["vetoes"] = "veto", ["embargoes"] = "embargo", ["torpedoes"] = "torpedo", ["volcanoes"] = "volcano", ["buses"] = "bus", ["viruses"] = "virus", ["campuses"] = "campus", ["statuses"] = "status", ["bonuses"] = "bonus", ["lenses"] = "lens", ["gases"] = "gas", ["biases"] = "bias", ["series"] = "series", ["species"] = "species", ["movies"] = "movie", ["ties"] = "tie", ["lies"] = "lie", ["cookies"] = "cookie", ["axes"] = "axe", ["congressmen"] = "congressman", ["servicemen"] = "serviceman", ["fishermen"] = "fisherman", ["gunmen"] = "gunman", ["firemen"] = "fireman", ["spokesmen"] = "spokesman", ["passersby"] = "passerby", ["alumni"] = "alumnus", ["memoranda"] = "memorandum", ["referenda"] = "referendum", 
    };

    /// <summary>Nouns that count without an s, or are the same for one and many.</summary>
    private static readonly HashSet<string> Collective = new(StringComparer.Ordinal) { "aircraft", "personnel", "staff", "police", "crew", "cattle", "sheep", "fish", "deer", "spacecraft", "hovercraft", "infantry", "cavalry", "clergy", "wounded", "dead", "injured", "homeless", "missing", "unemployed", "faithful", "offspring", "livestock", "poultry", "salmon", "trout" };

    /// <summary>Words that end in s and are no plurals of what could be counted.</summary>
    private static readonly HashSet<string> NoPlurals = new(StringComparer.Ordinal) { "is", "was", "has", "as", "its", "his", "this", "us", "yes", "plus", "thus", "less", "does", "always", "perhaps", "besides", "across", "versus", "sometimes", "news", "politics", "economics", "physics", "mathematics", "says", "goes", "overseas", "towards", "afterwards", "regardless", "nevertheless", "various", "previous", "serious", "famous", "religious", "dangerous", "numerous", "enormous", "tremendous", "consecutive", "continuous", "nervous", "jealous", "gross", "cross", "press", "glass", "class", "business", "congress", "access", "mass", "process", "success", "progress", "express", "wireless", "bias", "gas", "bus", "virus", "campus", "status", "bonus", "focus", "census", "surplus", "corpus", "consensus", "chaos", "atlas", "basis", "crisis", "analysis", "chassis", "lens", "christmas", "apiece", "indoors", "outdoors", "upwards", "downwards", "onwards" };

    public static bool IsPlural(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length > 40) return false;
        var lower = word.ToString().ToLowerInvariant();
        if (Irregular.ContainsKey(lower) || Collective.Contains(lower)) return true;
        return lower[^1] == 's' && lower[^2] is not ('s' or 'u' or '\'') && !(lower[^2] == 'i' && lower.Length > 4 && lower[^3] != 'x') && !NoPlurals.Contains(lower);
    }

    public static string Of(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out var singular)) return singular;
        if (!IsPlural(word) || Collective.Contains(lower)) return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4) return lower[..^3] + "y";
        if (lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("xes", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("zzes", StringComparison.Ordinal)) return lower[..^2];
        return lower[..^1];
    }
}
