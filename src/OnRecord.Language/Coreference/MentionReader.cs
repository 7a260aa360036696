using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.Syntax;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>Reads off the analysis what each mention's words tell. Linear; stateless.</summary>
internal static class MentionReader
{
    private const int MostModifiers = 8;

    /// <summary>How far up the tree clauses are looked for, so that no sentence costs more than its length.</summary>
    private const int DeepestLooked = 12;

    /// <summary>The mentions of a text in order, outer before inner. Furniture is passed over.</summary>
    public static List<Mention> Read(Analysis analysis, WordClasses classes)
    {
        var mentions = new List<Mention>(analysis.Tokens.Count / 3 + 1);
        var spans = new List<(int First, int End, int Head, bool IsCoordination)>();
        var names = analysis.Names ?? [];
        var (name, quotation) = (0, 0);
        for (var s = 0; s < analysis.Sentences.Count; s++)
        {
            var sentence = analysis.Sentences[s];
            if (sentence.IsApart) continue;
            spans.Clear();
            MentionSpans.Find(analysis, sentence, spans);
            spans.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End != a.End ? b.End.CompareTo(a.End) : a.IsCoordination.CompareTo(b.IsCoordination) is not 0 and var order ? order : a.Head.CompareTo(b.Head));
            while (name < names.Count && names[name].EndToken <= sentence.FirstToken) name++;
            var (first, end) = (-1, -1);
            foreach (var span in spans)
            {
                // Where the syntax of a broken sentence gives one phrase twice, the first stands for both.
                if ((span.First, span.End) == (first, end)) continue;
                (first, end) = (span.First, span.End);
                while (quotation < analysis.Quotations.Count && (analysis.Quotations[quotation].Depth > 0 || analysis.Quotations[quotation].Span.End <= analysis.Tokens[span.First].Start)) quotation++;
                var quoted = quotation < analysis.Quotations.Count && analysis.Quotations[quotation].Span.Contains(analysis.Tokens[span.First].Start) ? quotation : -1;
                mentions.Add(Read(analysis, classes, span, s, quoted, NameAt(names, name, span.Head, sentence.EndToken)));
            }
        }
        return mentions;
    }

    private static Name? NameAt(IReadOnlyList<Name> names, int from, int token, int end)
    {
        for (; from < names.Count && names[from].FirstToken < end && names[from].FirstToken <= token; from++)
        {
            if (names[from].EndToken > token) return names[from];
        }
        return null;
    }

    private static Mention Read(Analysis analysis, WordClasses classes, (int First, int End, int Head, bool IsCoordination) span, int sentence, int quotation, Name? name)
    {
        var grammar = analysis.Grammar!;
        var head = span.Head;
        var form = Word(analysis, head);
        var pronoun = span.IsCoordination || grammar.Tag(head) is not (UniversalTag.Pronoun or UniversalTag.Determiner) || span.End - span.First > 1 ? PronounClass.None : PronounWords.Of(form) is var known && known != PronounClass.None ? known : PronounClass.Other;
        var tag = grammar.PennTag(head);
        var isName = pronoun == PronounClass.None && (name is not null || tag is "NNP" or "NNPS");
        var row = pronoun == PronounClass.None ? analysis.VectorRows[head] : -1;
        var governor = grammar.Head(head);
        var (modifiers, words, initials) = Forms(analysis, span, name);
        var (gender, isSure) = pronoun != PronounClass.None ? (PronounWords.Gender(pronoun), true) : Gender(analysis, classes, span, name);
        var clauses = Clauses(grammar, head, out var depth);
        return new Mention
        {
            First = span.First,
            End = span.End,
            Head = head,
            Kind = pronoun != PronounClass.None ? MentionKind.Pronoun : isName ? MentionKind.Name : MentionKind.Nominal,
            Pronoun = pronoun,
            Sentence = sentence,
            Paragraph = analysis.Sentences[sentence].Paragraph,
            Quotation = quotation,
            IsCoordination = span.IsCoordination,
            Number = span.IsCoordination ? 'p' : pronoun != PronounClass.None ? PronounWords.Number(pronoun) : tag is "NNS" or "NNPS" ? 'p' : tag is "NN" or "NNP" ? 's' : '\0',
            Gender = gender,
            IsGenderSure = isSure,
            PersonName = span.IsCoordination ? [] : PersonName(analysis, name, pronoun),
            Depth = depth,
            Clauses = clauses,
            Class = pronoun is PronounClass.He or PronounClass.She or PronounClass.I or PronounClass.We or PronounClass.You ? SemanticClass.Person : pronoun != PronounClass.None ? SemanticClass.Unknown : name is { } named ? ClassOf(named.Type) : classes.Class(row),
            NameType = pronoun == PronounClass.None ? name?.Type : null,
            Determination = Determined(analysis, span, isName),
            Role = Role(grammar, head),
            HeadForm = Fnv.HashFolded(form),
            HeadLemma = Fnv.HashFolded(grammar.Lemma(head)),
            Words = words,
            Initials = initials,
            Modifiers = modifiers,
            VectorRow = row,
            Governor = governor < 0 ? 0 : Fnv.HashFolded(grammar.Lemma(governor)),
            GovernorToken = governor,
        };
    }

    private static (uint[] Modifiers, uint Words, uint Initials) Forms(Analysis analysis, (int First, int End, int Head, bool IsCoordination) span, Name? name)
    {
        Span<uint> modifiers = stackalloc uint[MostModifiers];
        Span<char> initials = stackalloc char[MostModifiers];
        var (count, capitals, words) = (0, 0, 17u);
        for (var i = span.First; i < span.End; i++)
        {
            var word = Word(analysis, i);
            var tag = analysis.Grammar!.PennTag(i);
            if (tag is "POS" or "," or "``" or "''" || i == span.First && tag is "DT") continue;
            var hash = Fnv.HashFolded(word);
            words = Fnv.Join(words, hash);
            if (char.IsUpper(word[0]) && capitals < initials.Length) initials[capitals++] = char.ToLowerInvariant(word[0]);
            // What comes after the head and its name, a relative clause say, tells them apart less than what comes before.
            var isNear = i < span.Head || name is { } known && i >= known.FirstToken && i < known.EndToken;
            if (i != span.Head && isNear && count < modifiers.Length && tag is not ("DT" or "PRP$" or "IN")) modifiers[count++] = hash;
        }
        return (modifiers[..count].ToArray(), words, capitals > 1 ? Fnv.Hash(initials[..capitals]) : 0);
    }

    private static (char Gender, bool IsSure) Gender(Analysis analysis, WordClasses classes, (int First, int End, int Head, bool IsCoordination) span, Name? name)
    {
        if (span.IsCoordination) return ('\0', false);
        if (name is { Type: NameType.Person } person)
        {
            for (var i = Math.Max(span.First, person.FirstToken - 2); i <= person.FirstToken; i++)
            {
                if (GenderWords.Of(Word(analysis, i)) is not '\0' and var told) return (told, true);
            }
            return (person.EndToken - person.FirstToken > 1 ? classes.GivenNameGender(analysis.VectorRows[person.FirstToken]) : '\0', false);
        }
        if (name is { Type: NameType.Organisation or NameType.Place or NameType.Facility or NameType.Event or NameType.Date or NameType.Money }) return ('n', false);
        return analysis.Grammar!.Tag(span.Head) is UniversalTag.Noun or UniversalTag.ProperNoun ? (GenderWords.Of(Word(analysis, span.Head)), true) : ('\0', false);
    }

    private static (int Nearest, int Next, int Outer) Clauses(Grammar grammar, int head, out int depth)
    {
        depth = 0;
        var (nearest, next, outer) = (-1, -1, -1);
        for (var up = grammar.Head(head); up >= 0 && depth < DeepestLooked; up = grammar.Head(up))
        {
            depth++;
            if (grammar.Tag(up) is not (UniversalTag.Verb or UniversalTag.Adjective) && grammar.Head(up) >= 0) continue;
            if (nearest < 0) nearest = up;
            else if (next < 0) next = up;
            else if (outer < 0) outer = up;
        }
        return (nearest, next, outer);
    }

    private static uint[] PersonName(Analysis analysis, Name? name, PronounClass pronoun)
    {
        if (pronoun != PronounClass.None || name is not { Type: NameType.Person } person) return [];
        var words = new uint[person.EndToken - person.FirstToken];
        for (var i = 0; i < words.Length; i++) words[i] = Fnv.HashFolded(Word(analysis, person.FirstToken + i));
        return words;
    }

    private static SemanticClass ClassOf(NameType type) => type switch
    {
        Entities.NameType.Person or Entities.NameType.Group => SemanticClass.Person,
        Entities.NameType.Organisation => SemanticClass.Organisation,
        Entities.NameType.Place or Entities.NameType.Facility => SemanticClass.Place,
        Entities.NameType.Date => SemanticClass.Time,
        Entities.NameType.Product => SemanticClass.Thing,
        _ => SemanticClass.Abstract,
    };

    private static Determination Determined(Analysis analysis, (int First, int End, int Head, bool IsCoordination) span, bool isName)
    {
        if (analysis.Grammar!.PennTag(span.First) is "PRP$") return Determination.Possessed;
        if (span.First < span.Head)
        {
            var first = Word(analysis, span.First);
            if (first.Equals("the", StringComparison.OrdinalIgnoreCase)) return Determination.Definite;
            if (first.Equals("a", StringComparison.OrdinalIgnoreCase) || first.Equals("an", StringComparison.OrdinalIgnoreCase)) return Determination.Indefinite;
            if (PronounWords.Of(first) is PronounClass.This or PronounClass.That or PronounClass.These or PronounClass.Those) return Determination.Demonstrative;
            if (analysis.Grammar.PennTag(span.First) is "DT" or "CD" or "PDT") return Determination.Quantified;
        }
        for (var i = span.First; !isName && i < span.Head; i++)
        {
            if (analysis.Grammar.PennTag(i) is "POS") return Determination.Possessed;
        }
        return Determination.Bare;
    }

    private static GrammaticalRole Role(Grammar grammar, int head) => grammar.Relation(head) switch
    {
        "nsubj" or "nsubj:outer" => GrammaticalRole.Subject,
        "nsubj:pass" => GrammaticalRole.PassiveSubject,
        "obj" or "iobj" => GrammaticalRole.Object,
        "nmod:poss" => GrammaticalRole.Possessor,
        "compound" => GrammaticalRole.Compound,
        "appos" => GrammaticalRole.Apposition,
        "conj" => GrammaticalRole.Conjunct,
        "root" => GrammaticalRole.Root,
        var other when other.StartsWith("obl", StringComparison.Ordinal) => GrammaticalRole.Oblique,
        var other when other.StartsWith("nmod", StringComparison.Ordinal) => GrammaticalRole.Modifier,
        _ => GrammaticalRole.Other,
    };

    internal static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
