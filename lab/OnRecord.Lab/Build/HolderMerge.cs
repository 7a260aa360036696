using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>
/// Brings together what the sources say of an office: the more exact source gives the days, the others lengthen them
/// where they agree on the person. Where two sources put two persons into a sole office at one time, the less exact one
/// is left out.
/// </summary>
internal static class HolderMerge
{
    /// <summary>The tenures of one office, by beginning.</summary>
    public static List<HolderDraft> Of(IEnumerable<HolderDraft> drafts, bool isSole)
    {
        var kept = new List<HolderDraft>();
        foreach (var draft in drafts.OrderBy(d => d.Rank).ThenBy(d => d.From, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal))
        {
            var same = kept.FindIndex(k => IsSamePerson(k.Name, draft.Name) && Touch(k, draft));
            if (same >= 0) kept[same] = Joined(kept[same], draft);
            else if (!isSole || !kept.Any(k => Clash(k, draft))) kept.Add(draft);
        }
        kept.Sort((a, b) => string.CompareOrdinal(a.From, b.From));
        return kept;
    }

    /// <summary>
    /// Whether two names of one state are one person's: given names that begin alike, and surnames that are the same, are
    /// a letter apart, or stand among the other's.
    /// </summary>
    public static bool IsSamePerson(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (!BeginAlike(a[0], b[0])) return false;
        return a[^1] == b[^1] || a.Skip(1).Contains(b[^1]) || b.Skip(1).Contains(a[^1]) || a[^1].Length > 4 && b[^1].Length > 4 && IsOneLetterApart(a[^1], b[^1]);
    }

    private static bool BeginAlike(string one, string other) => one == other || one.Length > 3 && other.Length > 3 && one[..3] == other[..3];

    private static string[] Words(string name) => NameForm.WithoutMarks(name).ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOneLetterApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        var (i, j) = (one.Length, other.Length);
        while (i > start && j > start && one[i - 1] == other[j - 1]) (i, j) = (i - 1, j - 1);
        return i - start <= 1 && j - start <= 1;
    }

    private static HolderDraft Joined(HolderDraft exact, HolderDraft other)
    {
        // An open end of the exact source takes a known end of the other, and the later of two days as of which it is open.
        if (exact.Until.Length > 0) return exact;
        var from = Earlier(other.From, exact.From) && exact.Rank == other.Rank ? other.From : exact.From;
        if (exact.Rank == 1) return exact;
        if (other.Until.Length > 0 && string.CompareOrdinal(other.Until, exact.AsOf[..4]) >= 0) return exact with { From = from, Until = other.Until, AsOf = "" };
        return exact with { From = from, AsOf = string.CompareOrdinal(other.AsOf, exact.AsOf) > 0 ? other.AsOf : exact.AsOf };
    }

    private static bool Touch(HolderDraft one, HolderDraft other) =>
        First(one.From) <= Last(other).AddYears(1) && First(other.From) <= Last(one).AddYears(1);

    // Sure to overlap, whichever the days are.
    private static bool Clash(HolderDraft one, HolderDraft other) =>
        PartialDay.Read(one.From)!.Value.Latest < Sure(other) && PartialDay.Read(other.From)!.Value.Latest < Sure(one)
        || Inside(one, other) || Inside(other, one);

    // One whose whole time lies within that of a more exact source.
    private static bool Inside(HolderDraft inner, HolderDraft outer) =>
        inner.Rank > outer.Rank && First(outer.From) <= First(inner.From) && Last(inner) <= Last(outer);

    private static DateOnly Sure(HolderDraft draft) => PartialDay.Read(draft.Until.Length > 0 ? draft.Until : draft.AsOf)!.Value.Earliest;

    private static DateOnly First(string day) => PartialDay.Read(day)!.Value.Earliest;

    private static DateOnly Last(HolderDraft draft) => PartialDay.Read(draft.Until.Length > 0 ? draft.Until : draft.AsOf)!.Value.Latest;

    private static bool Earlier(string one, string other) => string.CompareOrdinal(one, other) < 0;
}
