using System.Collections.Concurrent;
using OnRecord.Language.Entities;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Syntax;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Language;

/// <summary>
/// Reads English text in full: what <see cref="Analyser"/> finds, and with trained weights the tags, lemmas, syntax and
/// names. Linear in the text; never throws for any text. Immutable; make one and share it between threads.
/// </summary>
public sealed class EnglishAnalyser
{
    /// <summary>The name of the weight file of tags, syntax and names.</summary>
    internal const string ModelName = "language";

    /// <summary>The identity of what the weights are trained on: spelling features, layers and their order.</summary>
    internal const string FeatureSet = "language/3 vectors/1 window3 sru arc-hybrid8 state9";

    private readonly SentenceJudge sentenceEnds;
    private readonly Encoder encoder;
    private readonly Tagger tagger;
    private readonly Lemmatiser lemmatiser;
    private readonly DependencyParser parser;
    private readonly NameFinder names;
    private readonly DenseLayer scores;
    private readonly ConcurrentBag<Desk> desks = [];

    private EnglishAnalyser(ModelSet models)
    {
        var file = models.Open(ModelName);
        file.RequireFeatureSet(FeatureSet);
        sentenceEnds = SentenceEnds.Load(models.Open(SentenceEnds.ModelName)).Judge;
        encoder = new Encoder(file, WordVectors.Load(models.Open(WordVectors.ModelName)));
        tagger = new Tagger(file);
        lemmatiser = Lemmatiser.Load(models.Open(Lemmatiser.ModelName));
        parser = new DependencyParser(file, encoder);
        names = new NameFinder(file);
        var outputs = (tagger.UniversalCount + tagger.Penn.Length + NameLabels.Count + 7) / 8 * 8;
        scores = DenseLayer.Read(file, "wt", "bt", 2 * encoder.Width, outputs);
    }

    /// <summary>An analyser with the weights of a set.</summary>
    /// <param name="models">The weight files, such as those of OnRecord.Models.English.</param>
    /// <exception cref="OnRecordException">OR3001 where a weight file is missing, OR3002 where it is damaged, OR3003 where it belongs to another version.</exception>
    public static EnglishAnalyser Create(ModelSet models) => new(models);

    /// <summary>Analyses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="apart">Stretches that are no part of the article, in order: their sentences are marked, and no quotation runs into them.</param>
    public Analysis Analyse(string text, IReadOnlyList<TextSpan>? apart = null)
    {
        var analysis = Analyser.Analyse(text, apart, sentenceEnds);
        var tokens = analysis.Tokens;
        Sentence[] sentences = [.. analysis.Sentences];
        var universal = new UniversalTag[tokens.Count];
        var penn = new byte[tokens.Count];
        var heads = new int[tokens.Count];
        var labels = new byte[tokens.Count];
        var vectorRows = new int[tokens.Count];
        var found = new List<Name>();
        if (!desks.TryTake(out var desk)) desk = new Desk(encoder, scores.Outputs, parser.Stride);
        try
        {
            for (var at = 0; at < sentences.Length;)
            {
                var end = at + 1;
                while (end < sentences.Length && sentences[end - 1].EndToken - sentences[at].FirstToken < Desk.Together) end++;
                Read(text, tokens, sentences.AsSpan(at, end - at), desk, vectorRows, universal, penn, heads, labels, found);
                at = end;
            }
        }
        finally
        {
            desks.Add(desk);
        }
        NameAgreement.Settle(text, found);
        return new Analysis
        {
            Text = text,
            Tokens = tokens,
            Sentences = analysis.Sentences,
            Paragraphs = analysis.Paragraphs,
            Quotations = analysis.Quotations,
            Grammar = new Grammar(text, tokens, tagger, lemmatiser, parser.Relations, universal, penn, heads, labels),
            Names = found,
            VectorRows = vectorRows,
        };
    }

    private void Read(string text, IReadOnlyList<Token> tokens, ReadOnlySpan<Sentence> sentences, Desk desk, int[] vectorRows, UniversalTag[] universal, byte[] penn, int[] heads, byte[] labels, List<Name> found)
    {
        var from = sentences[0].FirstToken;
        var count = sentences[^1].EndToken - from;
        encoder.Encode(text, tokens, sentences, desk, vectorRows);
        scores.Apply(desk.Rows, count, desk.Scores);
        parser.Prepare(desk, count, sentences);
        for (var i = 0; i < count; i++) (universal[from + i], penn[from + i]) = tagger.Tag(desk.Scores.Slice(i * scores.Outputs, scores.Outputs));
        foreach (var sentence in sentences)
        {
            var at = sentence.FirstToken - from;
            var sentenceHeads = heads.AsSpan(sentence.FirstToken, sentence.Count);
            parser.Parse(desk.Places.Slice(at * parser.Stride, sentence.Count * parser.Stride), desk.Parse, sentenceHeads, labels.AsSpan(sentence.FirstToken, sentence.Count));
            for (var i = 0; i < sentenceHeads.Length; i++)
            {
                if (sentenceHeads[i] >= 0) sentenceHeads[i] += sentence.FirstToken;
            }
            names.Find(desk.Scores[(at * scores.Outputs)..], scores.Outputs, tagger.UniversalCount + tagger.Penn.Length, tokens, sentence, found);
        }
    }
}
