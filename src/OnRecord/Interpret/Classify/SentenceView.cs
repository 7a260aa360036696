using OnRecord.Interpret.Words;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.Syntax;
using OnRecord.Language.Text;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// A run of tokens as the classifiers see it: forms, dictionary forms, tags, what the words hint at, and which of them
/// name the source and the target. The same for training and for reading. Immutable; made for one call.
/// </summary>
internal sealed class SentenceView
{
    /// <summary>Longer runs are read by their first tokens: no corpus has longer ones, and the cost stays bounded.</summary>
    public const int LongestRun = 200;

    private readonly Grammar grammar;
    private readonly Analysis analysis;
    private uint[]? surface;

    public SentenceView(Analysis analysis, int first, int end, TextSpan? source = null, TextSpan? target = null)
    {
        this.analysis = analysis;
        grammar = analysis.Grammar ?? throw new InvalidOperationException("A sentence is classified by its grammar, and this text was analysed without.");
        First = first;
        Count = Math.Min(end - first, LongestRun);
        Source = Within(source);
        Target = Within(target);
        (Lemmas, Folded, LemmaHashes, Tags, Hints) = (new string[Count], new uint[Count], new uint[Count], new uint[Count], new ushort[Count]);
        for (var i = 0; i < Count; i++)
        {
            Lemmas[i] = grammar.Lemma(first + i);
            Folded[i] = Fnv.HashFolded(Word(i));
            LemmaHashes[i] = Fnv.HashFolded(Lemmas[i]);
            Tags[i] = Fnv.Hash(grammar.PennTag(first + i));
        }
        for (var i = 0; i < Count; i++)
        {
            Hints[i] = EventWords.Of(Lemmas[i]);
            if (!EventWords.TakesParticle(Lemmas[i])) continue;
            // "called on Russia for" and "step quietly down": the particle stands within three words.
            for (var j = i + 1; j < Math.Min(Count, i + 4); j++) Hints[i] |= EventWords.Of(Lemmas[i], Lemmas[j]);
        }
    }

    public int First { get; }

    public int Count { get; }

    /// <summary>The source's tokens, counted from the first; empty where none is given.</summary>
    public (int Start, int End) Source { get; }

    /// <summary>The target's tokens, counted from the first; empty where none is given.</summary>
    public (int Start, int End) Target { get; }

    public string[] Lemmas { get; }

    public uint[] Folded { get; }

    public uint[] LemmaHashes { get; }

    public uint[] Tags { get; }

    /// <summary>The PLOVER codes each word hints at, one bit a code.</summary>
    public ushort[] Hints { get; }

    /// <summary>The wording of the run.</summary>
    public ReadOnlyMemory<char> Text => Count == 0 ? default : analysis.Text.AsMemory(analysis.Tokens[First].Start..analysis.Tokens[First + Count - 1].End);

    public ReadOnlySpan<char> Word(int i) => analysis.Tokens[First + i].Span.Slice(analysis.Text.AsSpan());

    /// <summary>The row of each word's vector, -1 where it has none.</summary>
    public ReadOnlySpan<int> VectorRows => analysis.VectorRows.AsSpan(First, Count);

    /// <summary>The hashed features of the sentence as such; computed once for all classifiers.</summary>
    public uint[] Surface => surface ??= SentenceFeatures.Of(this);

    public string Penn(int i) => grammar.PennTag(First + i);

    public Language.Tags.UniversalTag Tag(int i) => grammar.Tag(First + i);

    public string Relation(int i) => grammar.Relation(First + i);

    /// <summary>The head of a token; -1 for the root, and where the head stands outside.</summary>
    public int Head(int i)
    {
        var head = grammar.Head(First + i) - First;
        return head >= 0 && head < Count ? head : -1;
    }

    /// <summary>Where a token stands: 0 before both, 1 source, 2 target, 3 between them, 4 after both; 0 where neither is given.</summary>
    public int Place(int i)
    {
        if (Source.End == 0 && Target.End == 0) return 0;
        if (i >= Source.Start && i < Source.End) return 1;
        if (i >= Target.Start && i < Target.End) return 2;
        var (low, high) = Source.Start < Target.Start ? (Source.End, Target.Start) : (Target.End, Source.Start);
        return i < low ? 0 : i < high ? 3 : 4;
    }

    private (int Start, int End) Within(TextSpan? span)
    {
        if (span is not { } range) return (0, 0);
        var (start, end) = analysis.TokensIn(range);
        return (Math.Clamp(start - First, 0, Count), Math.Clamp(end - First, 0, Count));
    }
}
