namespace OnRecord;

/// <summary>The closed list of reasons for leaving a speaker open. docs/reference/refusals.md explains each.</summary>
public static class Refusal
{
    /// <summary>Two or more persons or bodies fit.</summary>
    public const string Ambiguous = "ambiguous: two candidates";

    /// <summary>Nothing before fits the pronoun or description.</summary>
    public const string NoAntecedent = "no antecedent";

    /// <summary>The text keeps the name back: "a senior official".</summary>
    public const string UnnamedSource = "unnamed source";

    /// <summary>The text names no source at all.</summary>
    public const string NoSource = "no source";

    /// <summary>The source is a description that this version does not resolve.</summary>
    public const string Description = "description not resolved";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } = [Ambiguous, NoAntecedent, UnnamedSource, NoSource, Description];
}
