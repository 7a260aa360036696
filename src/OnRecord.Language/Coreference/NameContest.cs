using OnRecord.Language.Learning;
using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>
/// The hashed features of a name as what a pronoun stands for, where two names are in question and nothing else: where both
/// stand, what they do in their clauses, how often the text comes back to the name, before the pronoun and after it.
/// Extracted here for training and for reading alike.
/// </summary>
internal static class NameContest
{
    /// <summary>The most features a name can have.</summary>
    public const int Most = 48;

    /// <summary>What neither's being the pronoun's has: one feature, whose weight is its score.</summary>
    public static readonly uint Neither = Fnv.Join(9001, 1);

    /// <summary>The features of a name.</summary>
    /// <param name="discourse">The text, its mentions placed up to the pronoun.</param>
    /// <param name="pronoun">The pronoun's mention.</param>
    /// <param name="name">Where the name stands.</param>
    /// <param name="rival">Where the other one stands.</param>
    /// <param name="earlier">The mentions before the pronoun that are the name's.</param>
    /// <param name="features">Takes the features.</param>
    /// <returns>How many there are.</returns>
    public static int Of(Discourse discourse, int pronoun, TextSpan name, TextSpan rival, IReadOnlyList<int> earlier, Span<uint> features)
    {
        var analysis = discourse.Analysis;
        var p = discourse.Mentions[pronoun];
        var count = 0;
        var given = Enumerable.Range(0, discourse.Mentions.Count).FirstOrDefault(m => discourse.Mentions[m] is { Kind: not MentionKind.Pronoun, IsCoordination: false } found && name.Overlaps(analysis.Tokens[found.Head].Span), -1);
        var role = RoleOf(p);
        var at = p.SpanIn(analysis).Start;
        var isBefore = name.Start < at;
        Add(features, ref count, 1, isBefore ? 1u : 0u, earlier.Count == 0 ? 1u : 0u);
        Add(features, ref count, 2, isBefore == rival.Start < at ? Math.Abs(name.Start - at) < Math.Abs(rival.Start - at) ? 1u : 2u : 3u, isBefore ? 1u : 0u);
        if (given >= 0)
        {
            var g = discourse.Mentions[given];
            var away = (uint)(Math.Clamp(p.Sentence - g.Sentence, -2, 3) + 2);
            Add(features, ref count, 3, away, isBefore ? 1u : 0u);
            Add(features, ref count, 4, (uint)g.Role, role, away);
            Add(features, ref count, 5, (uint)g.Role, away);
            Add(features, ref count, 6, (uint)Math.Min(g.Depth, 5), (uint)Math.Min(p.Depth, 4), away);
            Add(features, ref count, 7, g.Gender == '\0' ? 0u : g.Gender == p.Gender ? 1u : 2u, g.IsGenderSure ? 1u : 0u);
            Add(features, ref count, 8, (uint)Math.Min(g.PersonName.Length, 3), (uint)g.Class);
            Add(features, ref count, 9, g.Quotation == p.Quotation ? 0u : 1u, g.Quotation < 0 ? 0u : 1u);
            if (g.Sentence == p.Sentence) Add(features, ref count, 10, Level(g, p), (uint)g.Role, role);
            if (g.Governor == p.Governor && g.Governor != 0) Add(features, ref count, 11, g.GovernorToken == p.GovernorToken ? 1u : 2u, role);
            Add(features, ref count, 12, (uint)Math.Min(Between(discourse, g, p), 4), away);
            Add(features, ref count, 13, g.Paragraph == p.Paragraph ? 0u : 1u);
        }
        else Add(features, ref count, 14, role);
        if (earlier.Count > 0)
        {
            var last = discourse.Mentions[earlier.Max()];
            var away = (uint)Math.Clamp(p.Sentence - last.Sentence, 0, 3);
            Add(features, ref count, 20, (uint)last.Role, role, away);
            Add(features, ref count, 21, away, (uint)last.Kind, role);
            Add(features, ref count, 22, (uint)Math.Min(earlier.Count, 6));
            Add(features, ref count, 23, (uint)Math.Min(earlier.Count(m => discourse.Mentions[m].Role is GrammaticalRole.Subject or GrammaticalRole.PassiveSubject), 4), role);
            Add(features, ref count, 24, last.Sentence == p.Sentence ? Level(last, p) : 10u, (uint)last.Role, role);
        }
        // The text comes back to what it is about, by its name and after the pronoun as well.
        var (all, after, others) = (0, 0, 0);
        for (var m = 0; m < discourse.Mentions.Count; m++)
        {
            var found = discourse.Mentions[m];
            if (found.Kind != MentionKind.Name || given < 0) continue;
            var isSame = found.HeadForm == discourse.Mentions[given].HeadForm;
            if (isSame) all++;
            if (isSame && found.First > p.First) after++;
            if (!isSame && found.Class == SemanticClass.Person) others++;
        }
        Add(features, ref count, 30, (uint)Math.Min(all, 5));
        Add(features, ref count, 31, (uint)Math.Min(after, 3), role);
        Add(features, ref count, 32, (uint)Math.Min(all, 4), (uint)Math.Min(others, 6));
        Add(features, ref count, 33, name.Start < rival.Start ? 1u : 0u, isBefore ? 1u : 0u, role);
        return count;
    }

    private static void Add(Span<uint> features, ref int count, uint kind, uint a, uint b = 0, uint c = 0)
    {
        if (count < features.Length) features[count++] = Fnv.Join(Fnv.Join(kind, a), b, c);
    }

    // Whose ("his"), who ("he"), whom ("him"), or another.
    private static uint RoleOf(Mention pronoun) => pronoun.Role switch
    {
        GrammaticalRole.Possessor => 1,
        GrammaticalRole.Subject => 2,
        GrammaticalRole.PassiveSubject => 3,
        GrammaticalRole.Object => 4,
        GrammaticalRole.Oblique => 5,
        _ => 0,
    };

    // In one sentence: under which of the pronoun's clauses the name stands.
    private static uint Level(Mention name, Mention pronoun) => name.GovernorToken < 0 ? 9u
        : name.GovernorToken == pronoun.Clauses.Nearest ? 1u
        : name.GovernorToken == pronoun.Clauses.Next ? 2u
        : name.GovernorToken == pronoun.Clauses.Outer ? 3u
        : name.Clauses.Nearest == pronoun.Clauses.Nearest ? 4u
        : name.Clauses.Nearest == pronoun.Clauses.Next ? 5u
        : name.Clauses.Next == pronoun.Clauses.Nearest ? 6u : 7u;

    // The names of other persons that stand between.
    private static int Between(Discourse discourse, Mention name, Mention pronoun)
    {
        var (from, to) = (Math.Min(name.First, pronoun.First), Math.Max(name.First, pronoun.First));
        return discourse.Mentions.Count(m => m.Kind == MentionKind.Name && m.Class == SemanticClass.Person && m.First > from && m.First < to && m.HeadForm != name.HeadForm);
    }
}
