using System.Collections.Frozen;

namespace OnRecord.Language.Coreference;

/// <summary>The personal, possessive, reflexive and demonstrative pronouns with their classes.</summary>
internal static class PronounWords
{
    private static readonly FrozenDictionary<string, PronounClass> Classes = new Dictionary<string, PronounClass>
    {
        ["i"] = PronounClass.I, ["me"] = PronounClass.I, ["my"] = PronounClass.I, ["mine"] = PronounClass.I, ["myself"] = PronounClass.I,
        ["we"] = PronounClass.We, ["us"] = PronounClass.We, ["our"] = PronounClass.We, ["ours"] = PronounClass.We, ["ourselves"] = PronounClass.We,
        ["you"] = PronounClass.You, ["your"] = PronounClass.You, ["yours"] = PronounClass.You, ["yourself"] = PronounClass.You, ["yourselves"] = PronounClass.You,
        ["he"] = PronounClass.He, ["him"] = PronounClass.He, ["his"] = PronounClass.He, ["himself"] = PronounClass.He,
        ["she"] = PronounClass.She, ["her"] = PronounClass.She, ["hers"] = PronounClass.She, ["herself"] = PronounClass.She,
        ["it"] = PronounClass.It, ["its"] = PronounClass.It, ["itself"] = PronounClass.It,
        ["they"] = PronounClass.They, ["them"] = PronounClass.They, ["their"] = PronounClass.They, ["theirs"] = PronounClass.They, ["themselves"] = PronounClass.They, ["'em"] = PronounClass.They,
        ["this"] = PronounClass.This, ["that"] = PronounClass.That, ["these"] = PronounClass.These, ["those"] = PronounClass.Those,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Reflexives = new[] { "myself", "ourselves", "yourself", "yourselves", "himself", "herself", "itself", "themselves" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of a word; <see cref="PronounClass.None"/> where it is no such pronoun.</summary>
    public static PronounClass Of(ReadOnlySpan<char> word) => Classes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found) ? found : PronounClass.None;

    public static bool IsReflexive(ReadOnlySpan<char> word) => Reflexives.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static char Number(PronounClass pronoun) => pronoun switch
    {
        PronounClass.We or PronounClass.They or PronounClass.These or PronounClass.Those => 'p',
        PronounClass.I or PronounClass.He or PronounClass.She or PronounClass.It or PronounClass.This or PronounClass.That => 's',
        _ => '\0',
    };

    public static char Gender(PronounClass pronoun) => pronoun switch
    {
        PronounClass.He => 'm',
        PronounClass.She => 'f',
        PronounClass.It => 'n',
        _ => '\0',
    };
}
