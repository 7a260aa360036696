namespace OnRecord.Interpret.Words;

/// <summary>By which words a name or a noun shows that it is something people bind themselves to.</summary>
internal static class SubjectWords
{
    private static readonly string[] Accords = ["treaty", "accord", "agreement", "convention", "pact", "protocol", "resolution", "act", "constitution", "charter", "truce", "ceasefire"];

    /// <summary>Whether a name ends as a treaty's does.</summary>
    public static bool IsAccord(string name) => Accords.Any(word => name.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a noun means a treaty or the like.</summary>
    public static bool IsAccordNoun(string lemma) => Accords.Contains(lemma);
}
