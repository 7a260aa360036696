using OnRecord.Language.Learning;

namespace OnRecord.Language.Coreference;

/// <summary>
/// One text while its chains grow: the mentions in order, the chain each belongs to so far, and where an antecedent may be
/// looked for. A bounded number of antecedents a mention, so the work is linear in the text.
/// </summary>
internal sealed class Discourse
{
    /// <summary>Mentions looked back at, whatever their words; tried on the dev parts: docs/design/coreference.md.</summary>
    private const int Window = 40;

    /// <summary>Mentions looked back at for a name or a noun, where no word is shared.</summary>
    private const int NounWindow = 14;

    /// <summary>Sentences looked back at for a pronoun.</summary>
    private const int PronounReach = 7;

    /// <summary>Mentions with a word in common that are looked at beyond the window, for each word.</summary>
    private const int Alike = 4;

    /// <summary>The most antecedents a mention can have.</summary>
    public const int MostCandidates = 96;

    private readonly Dictionary<uint, int> latest;
    private readonly List<(int Mention, int Before)> alike;
    private readonly int[] chains;
    private readonly List<ChainState> states;

    public Discourse(Analysis analysis, WordClasses classes, IReadOnlyList<Utterance> utterances)
    {
        Analysis = analysis;
        Vectors = classes.Vectors;
        Mentions = Fronting.Order(MentionReader.Read(analysis, classes), analysis);
        chains = new int[Mentions.Count];
        // Most mentions are alone, and have one or two words that others may have.
        states = new List<ChainState>(Mentions.Count);
        (latest, alike) = (new Dictionary<uint, int>(Mentions.Count), new List<(int Mention, int Before)>(2 * Mentions.Count));
        Array.Fill(chains, -1);
        Speakers = new Speakers(analysis, Mentions, utterances);
    }

    public Analysis Analysis { get; }

    /// <summary>The vectors of words, which tell how like two nouns are.</summary>
    public WordVectors Vectors { get; }

    public List<Mention> Mentions { get; }

    public Speakers Speakers { get; }

    /// <summary>The chain of a mention that has been placed.</summary>
    public int ChainOf(int mention) => chains[mention];

    public ChainState State(int mention) => states[chains[mention]];

    public int Chains => states.Count;

    /// <summary>The mentions before this one that it may belong with, nearest first.</summary>
    public int Candidates(int mention, Span<int> found)
    {
        var current = Mentions[mention];
        var count = 0;
        var isPronoun = current.Kind == MentionKind.Pronoun;
        var reach = isPronoun ? Window : NounWindow;
        for (var j = mention - 1; j >= 0 && j >= mention - reach && (!isPronoun || Mentions[j].Sentence >= current.Sentence - PronounReach); j--)
        {
            if (MayBe(current, j)) found[count++] = j;
        }
        if (isPronoun) AddAlike(PronounKey(current.Pronoun), mention, found, ref count);
        else
        {
            AddAlike(current.HeadForm, mention, found, ref count);
            AddAlike(current.HeadLemma, mention, found, ref count);
            if (current.Initials != 0) AddAlike(current.Initials, mention, found, ref count);
            if (current.Kind == MentionKind.Name)
            {
                foreach (var word in current.Modifiers) AddAlike(word, mention, found, ref count);
            }
        }
        return count;
    }

    /// <summary>How many mentions before this one have the same head.</summary>
    public int TimesHeadSeen(Mention mention)
    {
        var count = 0;
        if (!latest.TryGetValue(mention.HeadLemma, out var at)) return 0;
        for (; at >= 0 && count < 3; at = alike[at].Before) count++;
        return count;
    }

    /// <summary>Places the next mention: in the chain of an earlier one, or, with -1, in a chain of its own.</summary>
    public void Place(int mention, int antecedent)
    {
        var current = Mentions[mention];
        if (antecedent >= 0) chains[mention] = chains[antecedent];
        else
        {
            chains[mention] = states.Count;
            states.Add(new ChainState());
        }
        states[chains[mention]].Add(current, mention);
        if (current.Kind == MentionKind.Pronoun)
        {
            Note(PronounKey(current.Pronoun), mention);
            return;
        }
        Note(current.HeadForm, mention);
        if (current.HeadLemma != current.HeadForm) Note(current.HeadLemma, mention);
        if (current.Kind != MentionKind.Name) return;
        if (current.Initials != 0) Note(current.Initials, mention);
        foreach (var word in current.Modifiers) Note(word, mention);
    }

    private static uint PronounKey(PronounClass pronoun) => (uint)pronoun;

    private void Note(uint key, int mention)
    {
        var before = latest.TryGetValue(key, out var at) ? at : -1;
        latest[key] = alike.Count;
        alike.Add((mention, before));
    }

    private void AddAlike(uint key, int mention, Span<int> found, ref int count)
    {
        if (!latest.TryGetValue(key, out var at)) return;
        for (var n = 0; at >= 0 && n < Alike; n++, at = alike[at].Before)
        {
            if (MayBe(Mentions[mention], alike[at].Mention)) Add(alike[at].Mention, found, ref count);
        }
    }

    private bool MayBe(Mention mention, int antecedent) => !Mentions[antecedent].Contains(mention) && Compatibility.Allows(mention, Mentions[antecedent], State(antecedent)) && State(antecedent).Admits(mention) && !IsSpokenOf(mention, antecedent);

    // In "I think he is wrong," said Dahl, "he" is anyone but Dahl, and so are "you" and "the minister".
    private bool IsSpokenOf(Mention mention, int antecedent)
    {
        if (mention.Utterance < 0 || mention.Pronoun is PronounClass.I or PronounClass.We || !Speakers.IsVerbatim(mention)) return false;
        var source = Speakers.Source(mention.Utterance);
        return source >= 0 && chains[source] >= 0 && chains[source] == chains[antecedent];
    }

    private static void Add(int candidate, Span<int> found, ref int count)
    {
        if (count < found.Length && found[..count].IndexOf(candidate) < 0) found[count++] = candidate;
    }
}
