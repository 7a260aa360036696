using System.Globalization;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// Reads sentences into rows of numbers that say what each word is in its place: word vectors and spelling, then
/// simple recurrent layers in both directions. Tags, syntax and names are read off the rows. Immutable; safe to share.
/// </summary>
internal sealed class Encoder
{
    /// <summary>The sizes of the learned tables of spelling: units a row.</summary>
    public const int PrefixSize = 12, Suffix2Size = 8, Suffix3Size = 16, ShapeSize = 16;

    /// <summary>The first layer sees a word, the one before it and the one after it in its sentence.</summary>
    public const int Window = 3;

    /// <summary>The parts a direction has in the first layer, which has a way past of its own, and in the others.</summary>
    private const int PartsOfFirst = 4, Parts = 3;

    private readonly WordVectors vectors;
    private readonly HashIndex words;
    private readonly int wordSize;
    private readonly RowTable wordTable, prefixes, suffixes2, suffixes3, shapes;
    private readonly float[] shrinking;
    private readonly DenseLayer[] products;
    private readonly RecurrentLayer[] readers;

    /// <summary>The encoder of a weight file.</summary>
    /// <param name="file">The weights.</param>
    /// <param name="vectors">The word vectors they were trained with.</param>
    /// <exception cref="OnRecordException">OR3002 where the file does not hold together.</exception>
    public Encoder(ModelFile file, WordVectors vectors)
    {
        this.vectors = vectors;
        var sizes = Weights.ReadLines(file, "sizes").Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        if (sizes.Length != 4 || sizes[0] != vectors.Dimensions) throw Weights.Damaged(file, "sizes");
        wordSize = sizes[1];
        Width = sizes[2];
        words = new HashIndex(Weights.ReadHashes(file, "vocabulary"));
        wordTable = new RowTable(file, "words", words.Count + 1, wordSize);
        prefixes = new RowTable(file, "prefixes", WordForm.PrefixRows, PrefixSize);
        suffixes2 = new RowTable(file, "suffixes2", WordForm.Suffix2Rows, Suffix2Size);
        suffixes3 = new RowTable(file, "suffixes3", WordForm.Suffix3Rows, Suffix3Size);
        shapes = new RowTable(file, "shapes", WordForm.ShapeRows, ShapeSize);
        Inputs = (vectors.Dimensions + wordSize + PrefixSize + Suffix2Size + Suffix3Size + ShapeSize + 7) / 8 * 8;
        products = new DenseLayer[sizes[3]];
        shrinking = [];
        readers = new RecurrentLayer[sizes[3]];
        for (var i = 0; i < readers.Length; i++)
        {
            var (input, output) = i == 0 ? (Window * Inputs, PartsOfFirst * 2 * Width) : (2 * Width, Parts * 2 * Width);
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            using var block = WideBlock.Rent(WideBlock.SizeOf<float>(input * output));
            var weights = block.TakeSpan<float>(input * output);
            var bias = Weights.Read(file, "b" + number, output);
            if (i == 0)
            {
                SideBySide(file, "w" + number, output, weights);
                bias = [.. bias, .. new float[(Window - 1) * output]];
                shrinking = Evening.Apply(vectors, [wordTable, prefixes, suffixes2, suffixes3, shapes], weights, bias.Length);
            }
            else Weights.Read(file, "w" + number, weights);
            products[i] = new DenseLayer(weights, bias);
            readers[i] = new RecurrentLayer(Width, Weights.Read(file, "v" + number, 4 * Width));
        }
        Forms = new FormTable(products[0], Window);
    }

    /// <summary>The numbers one direction has: a row has twice as many.</summary>
    public int Width { get; }

    /// <summary>The numbers a word form goes in with.</summary>
    public int Inputs { get; }

    /// <summary>What the first layer makes of forms, in each of the places they may stand in.</summary>
    public FormTable Forms { get; }

    /// <summary>Encodes sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">The sentences to encode, which stand next to each other.</param>
    /// <param name="desk">Where the work is done; takes the rows in <see cref="Desk.Rows"/>.</param>
    /// <param name="vectorRows">Takes for each token the row of its word's vector, -1 where it has none.</param>
    public void Encode(ReadOnlySpan<char> text, IReadOnlyList<Tokens.Token> tokens, ReadOnlySpan<Tokens.Sentence> sentences, Desk desk, Span<int> vectorRows)
    {
        var from = sentences[0].FirstToken;
        var count = sentences[^1].EndToken - from;
        desk.Begin(count);
        var forms = desk.Forms;
        for (var i = 0; i < count; i++)
        {
            var form = tokens[from + i].Span.Slice(text);
            var hash = WordForm.Hash(form);
            if (!forms.TryFind(hash, out var row))
            {
                var parts = WordForm.Of(form);
                var vectorRow = vectors.Find(parts.Lower);
                row = forms.Add(hash, vectorRow, out var input);
                Embed(parts, vectorRow, input);
            }
            desk.FormRows[i] = row;
            vectorRows[from + i] = forms.VectorRow(row);
        }
        forms.Complete();
        for (var layer = 0; layer < readers.Length; layer++)
        {
            if (layer > 0)
            {
                desk.Turn();
                products[layer].Apply(desk.Before, count, desk.Parts);
            }
            foreach (var sentence in sentences)
            {
                var at = (sentence.FirstToken - from) * 2 * Width;
                var length = sentence.Count * 2 * Width;
                var steps = Desk.Steps(sentence.Count);
                if (layer == 0)
                {
                    Join(forms, desk.FormRows.AsSpan(sentence.FirstToken - from, sentence.Count), desk.Parts[(at * PartsOfFirst)..]);
                    readers[0].Read(desk.Parts[(at * PartsOfFirst)..], PartsOfFirst, steps, default, desk.Rows.Slice(at, length));
                }
                else readers[layer].Read(desk.Parts[(at * Parts)..], Parts, steps, desk.Before.Slice(at, length), desk.Rows.Slice(at, length));
            }
        }
    }

    // A word's parts: what its form adds in its own place, the one before it in the second, the one after it in the third.
    private void Join(FormBatch forms, ReadOnlySpan<int> rows, Span<float> parts)
    {
        var count = PartsOfFirst * 2 * Width;
        for (var i = 0; i < rows.Length; i++)
        {
            forms.Join(rows[i], i > 0 ? rows[i - 1] : FormBatch.Nothing, i + 1 < rows.Length ? rows[i + 1] : FormBatch.Nothing, parts.Slice(i * count, count));
        }
    }

    // The weights that meet a form in its three places, as columns of one matrix: a form passes through it once.
    private void SideBySide(ModelFile file, string section, int output, Span<float> wide)
    {
        var rows = file.Section(section).Span;
        var length = output * 2;
        if (rows.Length != Window * Inputs * length) throw Weights.Damaged(file, section);
        for (var place = 0; place < Window; place++)
        {
            for (var k = 0; k < Inputs; k++) Weights.Read(rows.Slice((place * Inputs + k) * length, length), wide.Slice((k * Window + place) * output, output));
        }
    }

    private void Embed(WordForm form, int vectorRow, Span<float> target)
    {
        vectors.CopyTo(vectorRow, target);
        Evening.Scale(target[..vectors.Dimensions], shrinking);
        var at = vectors.Dimensions;
        wordTable.CopyTo(words.Find(form.Lower) + 1, target, ref at);
        prefixes.CopyTo(form.Prefix, target, ref at);
        suffixes2.CopyTo(form.Suffix2, target, ref at);
        suffixes3.CopyTo(form.Suffix3, target, ref at);
        shapes.CopyTo(form.Shape, target, ref at);
        target[at..].Clear();
    }
}
