using OnRecord.Language.Tags;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Language.Syntax;

/// <summary>
/// Tags, lemmas and dependency syntax of every token of an <see cref="Analysis"/>, by the token's index, after Universal
/// Dependencies 2 for English. Kept as compact arrays; strings are made when asked for. Immutable; safe to share.
/// </summary>
public sealed class Grammar
{
    private readonly string text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly Tagger tagger;
    private readonly Lemmatiser lemmatiser;
    private readonly string[] relations;
    private readonly UniversalTag[] universal;
    private readonly byte[] penn;
    private readonly int[] heads;
    private readonly byte[] labels;

    // Asked for by one stage after the other, and made once: two threads may make the same one, and either will do.
    private readonly string?[] lemmas;

    internal Grammar(string text, IReadOnlyList<Token> tokens, Tagger tagger, Lemmatiser lemmatiser, string[] relations, UniversalTag[] universal, byte[] penn, int[] heads, byte[] labels)
    {
        this.text = text;
        this.tokens = tokens;
        this.tagger = tagger;
        this.lemmatiser = lemmatiser;
        this.relations = relations;
        this.universal = universal;
        this.penn = penn;
        this.heads = heads;
        this.labels = labels;
        lemmas = new string?[heads.Length];
    }

    /// <summary>The universal tag.</summary>
    public UniversalTag Tag(int token) => universal[token];

    /// <summary>The Penn Treebank tag, such as <c>VBD</c>.</summary>
    public string PennTag(int token) => tagger.Penn[penn[token]];

    /// <summary>The head's index among the analysis' tokens, -1 for the root of a sentence.</summary>
    public int Head(int token) => heads[token];

    /// <summary>The relation to the head, such as <c>nsubj:pass</c>.</summary>
    public string Relation(int token) => relations[labels[token]];

    /// <summary>The dictionary form: small letters but for names. Computed when it is first asked for.</summary>
    public string Lemma(int token) => lemmas[token] ??= lemmatiser.Lemma(tokens[token].Span.Slice(text.AsSpan()), PennTag(token));

    /// <summary>The morphological features, such as <c>Number=Plur</c>, apart by bars; <c>_</c> for none. Computed at each call.</summary>
    public string Features(int token) => tagger.Features(tokens[token].Span.Slice(text.AsSpan()), universal[token], penn[token]);
}
