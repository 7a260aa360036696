using OnRecord.Language.Entities;
using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>A phrase that may stand for someone or something, with what its words tell of it. Made once a document, before anything is linked.</summary>
internal sealed class Mention
{
    public required int First { get; init; }

    /// <summary>The token after the last.</summary>
    public required int End { get; init; }

    public required int Head { get; init; }

    public required MentionKind Kind { get; init; }

    /// <summary>The pronoun's class; <see cref="PronounClass.None"/> for other mentions.</summary>
    public PronounClass Pronoun { get; init; }

    public int Sentence { get; init; }

    public int Paragraph { get; init; }

    /// <summary>The outer quotation it stands in, -1 outside.</summary>
    public int Quotation { get; init; }

    /// <summary>The utterance it stands in, -1 outside.</summary>
    public int Utterance { get; set; } = -1;

    /// <summary>'s' or 'p'; '\0' where the words do not tell.</summary>
    public char Number { get; init; }

    /// <summary>'m', 'f' or 'n'; '\0' where the words do not tell.</summary>
    public char Gender { get; init; }

    /// <summary>Whether a pronoun, a title or the noun itself tells the gender, and not a given name only.</summary>
    public bool IsGenderSure { get; init; }

    public SemanticClass Class { get; init; }

    /// <summary>The type of the name at its head; null where there is none.</summary>
    public NameType? NameType { get; init; }

    public Determination Determination { get; init; }

    public GrammaticalRole Role { get; init; }

    /// <summary>Whether it is a coordination: "Anna Dahl and Jonas Berg".</summary>
    public bool IsCoordination { get; init; }

    /// <summary>The hash of the head's form in small letters.</summary>
    public uint HeadForm { get; init; }

    /// <summary>The hash of the head's lemma.</summary>
    public uint HeadLemma { get; init; }

    /// <summary>The hash of all words in small letters, without article and possessive ending.</summary>
    public uint Words { get; init; }

    /// <summary>The hash of the initials of a name of several words; nought for others.</summary>
    public uint Initials { get; init; }

    /// <summary>The hashes of the words before the head that are not its determiner, and of the rest of its name.</summary>
    public required uint[] Modifiers { get; init; }

    /// <summary>The row of the head's word vector, -1 where it has none.</summary>
    public int VectorRow { get; init; } = -1;

    /// <summary>The words of a person's name, in order; empty for others.</summary>
    public uint[] PersonName { get; init; } = [];

    /// <summary>How many words it hangs below the root of its sentence.</summary>
    public int Depth { get; init; }

    /// <summary>The verbs or other predicates it stands under, the nearest first; -1 where there are fewer.</summary>
    public (int Nearest, int Next, int Outer) Clauses { get; init; }

    /// <summary>The hash of the lemma of the word it hangs on; nought at the root.</summary>
    public uint Governor { get; init; }

    /// <summary>The token it hangs on, -1 at the root.</summary>
    public int GovernorToken { get; init; }

    /// <summary>Where it stands in the text.</summary>
    public TextSpan SpanIn(Analysis analysis) => new(analysis.Tokens[First].Start, analysis.Tokens[End - 1].End);

    public bool Contains(Mention other) => First <= other.First && other.End <= End;
}
