using OnRecord.Language.Learning;

namespace OnRecord.Language.Coreference;

/// <summary>
/// The hashed features of linking a mention to one before it, and of its being the first of a chain. Surface features and
/// their conjunction with the kinds of both mentions, after Durrett and Klein (2013), with what the antecedent's chain
/// tells so far. Extracted here for training and for reading alike.
/// </summary>
internal static class PairFeatures
{
    /// <summary>The identity of what is computed here; a change of a feature is a change of this.</summary>
    public const string FeatureSet = "coreference/4";

    /// <summary>The most features a pair or a first mention can have.</summary>
    public const int Most = 112;

    /// <summary>The features of a link.</summary>
    /// <param name="discourse">The text so far.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="antecedent">The earlier mention.</param>
    /// <param name="rank">How many nearer candidates agree in number and gender with the mention.</param>
    /// <param name="field">All candidates of the mention.</param>
    /// <param name="features">Takes the features.</param>
    /// <returns>How many there are.</returns>
    public static int Link(Discourse discourse, int mention, int antecedent, int rank, Field field, Span<uint> features)
    {
        var (m, a) = (discourse.Mentions[mention], discourse.Mentions[antecedent]);
        var state = discourse.State(antecedent);
        var sink = new Sink(features, TypeOf(m), Fnv.Join(TypeOf(m), CoarseType(a), 7));
        var sentences = Bucket(m.Sentence - a.Sentence);
        var near = Math.Min(m.Sentence - a.Sentence, 3);
        sink.Add(1, sentences);
        sink.Add(2, Bucket(mention - antecedent));
        sink.Add(3, (uint)Math.Min(rank, 6));
        sink.Add(4, (uint)Math.Min(rank, 3), (uint)near, (uint)a.Role);
        sink.Add(5, m.Gender == '\0' ? 0u : state.Gender == '\0' ? 1u : state.Gender == 'x' ? 2u : m.Gender == state.Gender ? 3u : 4u, state.SureGender != '\0' ? 1u : 0u);
        if (m.Gender != '\0' && m.Kind != MentionKind.Pronoun) sink.Add(18, m.Gender, state.Gender);
        sink.Add(6, m.Number, state.Number, a.Number);
        sink.Add(7, (uint)m.Class, (uint)state.Class, (uint)a.Class);
        sink.Add(8, (uint)m.Role, (uint)a.Role, (uint)Math.Min(near, 2));
        sink.Add(9, (uint)a.Determination, (uint)near);
        sink.Add(10, (m.Quotation < 0 ? 0u : 1u) + (a.Quotation < 0 ? 0u : 2u) + (m.Quotation == a.Quotation ? 4u : 0u));
        sink.Add(11, Bucket(state.Size), state.HasName ? 1u : 0u);
        sink.Add(12, Bucket(mention - state.Last));
        sink.Add(13, Bucket(m.Paragraph - a.Paragraph), (uint)near);
        if (a.IsCoordination || m.IsCoordination) sink.Add(14, a.IsCoordination ? 1u : 0u, m.IsCoordination ? 1u : 0u);
        if (m.Governor == a.Governor) sink.Add(15, m.GovernorToken == a.GovernorToken ? 1u : 2u, (uint)a.Role);
        sink.Add(16, (uint)Math.Min(a.Depth, 5), (uint)near, (uint)a.Role);
        sink.Add(17, (uint)Math.Min(m.Depth, 4), (uint)Math.Min(a.Depth, 4), (uint)near);
        if (m.Kind == MentionKind.Pronoun)
        {
            sink.Add(27, (uint)field.Chains, state.Size == field.Largest ? 1u : 0u, antecedent == field.NearestSubject ? 1u : 0u);
            sink.Add(28, a.First > m.First ? 1u : 0u, (uint)m.Role, (uint)a.Role);
        }
        if (m.Sentence == a.Sentence) SameSentence(discourse, m, a, ref sink);
        if (m.Kind == MentionKind.Pronoun || a.Kind == MentionKind.Pronoun)
        {
            if (a.Kind != MentionKind.Pronoun) sink.Add(30, a.HeadLemma);
            if (m.Kind == MentionKind.Pronoun) sink.Add(31, m.Governor, (uint)m.Role, (uint)state.Class);
            if (a.Kind == MentionKind.Pronoun && m.HeadForm == a.HeadForm) sink.Add(32, sentences);
        }
        else Words(discourse, m, a, ref sink);
        return sink.Count;
    }

    /// <summary>The features of a mention's being the first of its chain, or the only one.</summary>
    public static int First(Discourse discourse, int mention, Field field, Span<uint> features)
    {
        var m = discourse.Mentions[mention];
        var type = TypeOf(m);
        var sink = new Sink(features, 1001, Fnv.Join(type, 1002));
        sink.Add(101, type);
        sink.Add(102, m.HeadLemma);
        sink.Add(103, Bucket(m.End - m.First));
        sink.Add(104, (uint)m.Role);
        sink.Add(105, (uint)m.Class, m.NameType is { } name ? (uint)name + 1 : 0);
        sink.Add(106, m.Number, m.Gender);
        if (m.Kind != MentionKind.Pronoun) sink.Add(107, (uint)discourse.TimesHeadSeen(m), (uint)Math.Min(m.Modifiers.Length, 3));
        sink.Add(108, m.Governor, (uint)m.Role);
        sink.Add(109, Bucket(m.Sentence));
        sink.Add(110, m.Quotation < 0 ? 0u : 1u);
        sink.Add(111, (uint)Math.Min(field.Agreeing, 5));
        sink.Add(112, m.IsCoordination ? 1u : 0u, m.End > m.Head + 1 ? 1u : 0u);
        foreach (var word in m.Modifiers) sink.Add(113, word);
        sink.Add(114, WordHash(discourse.Analysis, m.End));
        sink.Add(115, WordHash(discourse.Analysis, m.First - 1));
        if (m.Kind == MentionKind.Pronoun)
        {
            sink.Add(116, WordHash(discourse.Analysis, m.End), WordHash(discourse.Analysis, m.End + 1));
            sink.Add(117, Fnv.Hash(discourse.Analysis.Grammar!.Relation(m.Head)), m.Governor);
        }
        return sink.Count;
    }

    /// <summary>Whether nothing in number and gender speaks against one standing for the other.</summary>
    public static bool Agree(Mention mention, ChainState state, Mention antecedent)
    {
        if (mention.Gender != '\0' && state.Gender != '\0' && mention.Gender != state.Gender) return false;
        if (mention.Gender is 'm' or 'f' && antecedent.Class is not (SemanticClass.Person or SemanticClass.Unknown)) return false;
        if (mention.Gender is 'n' && antecedent.Class is SemanticClass.Person) return false;
        return mention.Number == '\0' || state.Number == '\0' || mention.Number == state.Number;
    }

    private static void SameSentence(Discourse discourse, Mention m, Mention a, ref Sink sink)
    {
        if (m.Role == GrammaticalRole.Apposition && m.GovernorToken == a.Head) sink.Add(20, 1, m.Kind == MentionKind.Name ? 1u : 0u);
        if (a.Role == GrammaticalRole.Subject && a.GovernorToken == m.Head) sink.Add(20, 2, (uint)m.Determination);
        if (a.Contains(m) || m.Contains(a)) sink.Add(20, 3, (uint)m.Role);
        if (m.Role == GrammaticalRole.Conjunct && m.GovernorToken == a.Head) sink.Add(20, 4);
        if (m.GovernorToken == a.GovernorToken) sink.Add(21, (uint)m.Role, (uint)a.Role, PronounWords.IsReflexive(MentionReader.Word(discourse.Analysis, m.Head)) ? 1u : 0u);
        var level = a.GovernorToken < 0 ? 9u : a.GovernorToken == m.Clauses.Nearest ? 1u : a.GovernorToken == m.Clauses.Next ? 2u : a.GovernorToken == m.Clauses.Outer ? 3u : a.Clauses.Nearest == m.Clauses.Nearest ? 4u : a.Clauses.Nearest == m.Clauses.Next ? 5u : a.Clauses.Next == m.Clauses.Nearest ? 6u : 7u;
        sink.Add(23, level, (uint)a.Role, (uint)m.Role);
        sink.Add(24, level, (uint)a.Role);
        if (m.First > a.End - 1 && m.First - a.End <= 2) sink.Add(22, (uint)(m.First - a.End), WordHash(discourse.Analysis, a.End));
    }

    private static void Words(Discourse discourse, Mention m, Mention a, ref Sink sink)
    {
        var isHead = m.HeadLemma == a.HeadLemma || m.HeadForm == a.HeadForm;
        var isWhole = m.Words == a.Words;
        var extra = Missing(m.Modifiers, a);
        var lacking = Missing(a.Modifiers, m);
        sink.Add(40, isWhole ? 2u : isHead ? 1u : 0u, (uint)Math.Min(extra, 2), (uint)Math.Min(lacking, 2));
        sink.Add(41, isWhole ? 2u : isHead ? 1u : 0u, (uint)m.Determination, (uint)a.Determination);
        var inside = (a.Modifiers.AsSpan().Contains(m.HeadForm) ? 1u : 0u) + (m.Modifiers.AsSpan().Contains(a.HeadForm) ? 2u : 0u);
        if (inside > 0) sink.Add(42, inside, (uint)Math.Min(extra, 2));
        if (m.Initials != 0 && m.Initials == a.HeadForm || a.Initials != 0 && a.Initials == m.HeadForm) sink.Add(43, 1);
        sink.Add(44, m.NameType is { } x ? (uint)x + 1 : 0, a.NameType is { } y ? (uint)y + 1 : 0, isHead ? 1u : 0u);
        if (isHead)
        {
            sink.Add(45, m.HeadLemma);
            sink.Add(46, Bucket(m.Sentence - a.Sentence), isWhole ? 1u : 0u);
            return;
        }
        sink.Add(47, m.HeadLemma, a.HeadLemma);
        if (m.VectorRow >= 0 && a.VectorRow >= 0) sink.Add(48, (uint)(int)(10 * discourse.Vectors.Cosine(m.VectorRow, a.VectorRow) + 10));
    }

    // Words that one mention has and the other lacks: "the first report" and "the second report" differ.
    private static int Missing(uint[] words, Mention other)
    {
        var missing = 0;
        foreach (var word in words)
        {
            if (word != other.HeadForm && !other.Modifiers.AsSpan().Contains(word)) missing++;
        }
        return missing;
    }

    private static uint WordHash(Analysis analysis, int token) => token < 0 || token >= analysis.Tokens.Count ? 0 : Fnv.HashFolded(MentionReader.Word(analysis, token));

    // What is learned of "he" is true of "she": who is a man and who a woman is told apart by their own features.
    private static uint TypeOf(Mention m) => m.Kind switch
    {
        MentionKind.Pronoun => m.Pronoun == PronounClass.She ? (uint)PronounClass.He : (uint)m.Pronoun,
        MentionKind.Name => 20,
        _ => 21 + (uint)m.Determination,
    };

    private static uint CoarseType(Mention m) => m.Kind switch
    {
        MentionKind.Pronoun => m.Pronoun == PronounClass.She ? (uint)PronounClass.He : (uint)m.Pronoun,
        MentionKind.Name => 20,
        _ => 21,
    };

    private static uint Bucket(int n) => n switch
    {
        <= 4 => (uint)Math.Max(0, n),
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        <= 22 => 8,
        <= 40 => 9,
        _ => 10,
    };

    /// <summary>Takes features and adds each under two contexts.</summary>
    private ref struct Sink(Span<uint> features, uint one, uint other)
    {
        private readonly Span<uint> features = features;

        public int Count { get; private set; }

        public void Add(uint name, uint a, uint b = 0, uint c = 0)
        {
            if (Count + 2 > features.Length) return;
            var feature = Fnv.Join(Fnv.Join(name, a), b, c);
            features[Count++] = Fnv.Join(feature, one);
            features[Count++] = Fnv.Join(feature, other);
        }
    }
}
