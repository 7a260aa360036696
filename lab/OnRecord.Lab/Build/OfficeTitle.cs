using System.Text.RegularExpressions;

namespace OnRecord.Lab.Build;

/// <summary>Which office a source's title is, and how it is called.</summary>
internal static partial class OfficeTitle
{
    private static readonly (string Words, string Slot, string Title)[] Known =
    [
        ("deputy prime minister", "deputy-prime-minister", "Deputy Prime Minister of {0}"),
        ("prime minister", "prime-minister", "Prime Minister of {0}"),
        ("premier", "prime-minister", "Prime Minister of {0}"),
        ("taoiseach", "prime-minister", "Prime Minister of {0}"),
        ("minister of state", "minister-of-state", "Minister of State of {0}"),
        ("president of the council of ministers", "prime-minister", "Prime Minister of {0}"),
        ("president of the government", "prime-minister", "Prime Minister of {0}"),
        ("chancellor", "chancellor", "Chancellor of {0}"),
        ("vice-president", "vice-president", "Vice President of {0}"),
        ("vice president", "vice-president", "Vice President of {0}"),
        ("minister for foreign affairs", "foreign-minister", "Foreign Minister of {0}"),
        ("minister of foreign affairs", "foreign-minister", "Foreign Minister of {0}"),
        ("minister for foregn affairs", "foreign-minister", "Foreign Minister of {0}"),
        ("foreign minister", "foreign-minister", "Foreign Minister of {0}"),
        ("un representative", "un-ambassador", "Permanent Representative of {0} to the United Nations"),
        ("permanent representative", "un-ambassador", "Permanent Representative of {0} to the United Nations"),
        ("supreme leader", "supreme-leader", "Supreme Leader of {0}"),
        ("governor-general", "governor-general", "Governor-General of {0}"),
        ("governor general", "governor-general", "Governor-General of {0}"),
        ("king", "monarch", "Monarch of {0}"),
        ("queen", "monarch", "Monarch of {0}"),
        ("amir", "monarch", "Monarch of {0}"),
        ("emir", "monarch", "Monarch of {0}"),
        ("sultan", "monarch", "Monarch of {0}"),
        ("grand duke", "monarch", "Monarch of {0}"),
        ("president", "president", "President of {0}"),
    ];

    // Bodies whose members share the office, or where the lists do not tell who was first.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "BIH/president", "CHE/president", "SMR/president", "AND/monarch", "SMR/captain-regent" };

    public static readonly HashSet<string> NotSole = new(StringComparer.Ordinal) { "deputy-prime-minister", "vice-president", "minister-of-state", "governor-general" };

    /// <summary>The office's slot, its title with {0} for the state, and whether it is held for the time being; null for an office that is not told apart.</summary>
    public static (string Slot, string Title, bool IsActing)? Of(string written)
    {
        var words = Spaces().Replace(written, " ").Trim().ToLowerInvariant();
        var isActing = Acting().IsMatch(words);
        words = Acting().Replace(words, "").Trim();
        foreach (var (known, slot, title) in Known)
        {
            if (words == known || words.StartsWith(known + " and ", StringComparison.Ordinal) && known != "president") return (slot, title, isActing);
        }
        return null;
    }

    public static bool IsSole(string iso, string slot) => !NotSole.Contains(slot) && !Shared.Contains($"{iso}/{slot}");

    [GeneratedRegex(@"\b(acting|interim|transitional|provisional|caretaker)\b", RegexOptions.None, 1000)]
    private static partial Regex Acting();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
