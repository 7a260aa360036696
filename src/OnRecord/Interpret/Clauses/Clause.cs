namespace OnRecord.Interpret.Clauses;

/// <summary>A predicate with who and what go with it, as the syntax has them. Numbers are tokens; -1 stands for none.</summary>
internal sealed class Clause
{
    /// <summary>The verb, or the noun or adjective after a copula.</summary>
    public required int Predicate { get; init; }

    /// <summary>The predicate's dictionary form, with its particle: <c>give up</c>.</summary>
    public required string Lemma { get; init; }

    /// <summary>The subject, or what stands for it: that of the clause above, or the noun that a relative clause is about.</summary>
    public required int Subject { get; init; }

    public required int Object { get; init; }

    /// <summary>What follows with a preposition, each with the preposition.</summary>
    public required IReadOnlyList<(string Preposition, int Token)> Obliques { get; init; }

    /// <summary>The predicate of what is said, wanted or done: "agreed to <b>raise</b>", "said that it <b>had</b>".</summary>
    public required int Complement { get; init; }

    public required bool IsNegated { get; init; }

    public required bool IsPassive { get; init; }

    /// <summary>The predicate follows a copula: "is in violation".</summary>
    public required bool IsCopular { get; init; }

    /// <summary>The modal or future auxiliary in its dictionary form: <c>will</c>, <c>would</c>, <c>must</c>; empty for none.</summary>
    public required string Modal { get; init; }

    /// <summary>The doer: the subject, or of a passive the noun after "by"; -1 where none is told.</summary>
    public int Doer => !IsPassive ? Subject : Oblique("by");

    /// <summary>What is done to: the object, or of a passive the subject.</summary>
    public int Undergoer => IsPassive ? Subject : Object;

    /// <summary>The noun after a preposition; -1 where there is none.</summary>
    public int Oblique(string preposition)
    {
        foreach (var (word, token) in Obliques)
        {
            if (word == preposition) return token;
        }
        return -1;
    }
}
