using System.Collections.Frozen;

namespace OnRecord.Language.Tokens;

/// <summary>Words whose full stop belongs to them, and what the stop says about the end of a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Stand before a name or number: a sentence never ends on them.</summary>
    private static readonly FrozenSet<string> Leading = Set(
        "adm amb assoc asst atty brig capt cdr cmdr col comdr congr cpl cpt dr ens fr gen gov hon insp lieut lt maj messrs mlle mme mr mrs ms msgr mt pres prof pvt rep reps rev sen sens sgt sr st supt treas pfc cmsgt ft fig figs pp vol sec art ch nos op " +
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat vs approx ca cf viz eg ie");

    /// <summary>Stand inside or at the end of a sentence: it ends on them where the next word begins one.</summary>
    private static readonly FrozenSet<string> Following = Set(
        "inc co corp ltd plc llc bros jr esq etc al est ext dept div mfg univ assn ave blvd rd hwy ariz ala ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que " +
        "mph sq cu ed eds trans repr rev dist ret dem ind yr yrs hr hrs mins lb lbs oz ph.d m.sc b.sc");

    /// <summary>Whether a stop right after the word belongs to it.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => IsLeading(word) || Has(Following, word);

    /// <summary>Whether a sentence never ends on the word with its stop.</summary>
    public static bool IsLeading(ReadOnlySpan<char> word) => Has(Leading, word);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        word.Length <= 8 && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
