using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>Scores the roles of a passage's tokens with word vectors, small tables and layers of long short-term memory. Immutable; safe to share between threads.</summary>
internal sealed class RoleNetwork
{
    /// <summary>The width of the output: the roles, filled up to what the products take.</summary>
    public const int Output = 16;

    // So many words' forms are looked up before what is known of them is added.
    private const int FormsAtOnce = 256;

    private readonly WordVectors vectors;
    private readonly RowTable[] tables;
    private readonly float[] shrinking;
    private readonly FormTable known;
    private readonly DenseLayer[] products;
    private readonly LongShortTermLayer[] layers;
    private readonly int units;
    private readonly DenseLayer roles;

    // One for each thread that reads.
    private readonly ConcurrentBag<FormBatch> idle = [];

    /// <summary>A network of a weight file.</summary>
    /// <param name="file">The weights.</param>
    /// <param name="name">The network's name, with which its sections begin.</param>
    /// <param name="vectors">The word vectors it was trained with.</param>
    /// <exception cref="Language.OnRecordException">OR3002 where its sections do not belong together.</exception>
    public RoleNetwork(ModelFile file, string name, WordVectors vectors)
    {
        this.vectors = vectors;
        tables = [.. RoleInputs.Tables.Select((t, i) => new RowTable(file, FormattableString.Invariant($"{name}.table{i}"), t.Rows, t.Width))];
        var shape = MemoryMarshal.Cast<byte, int>(file.Section(name + ".layers").Span);
        if (shape.Length != 2 || shape[0] is < 1 or > 16 || shape[1] is < 16 or > 4096 || shape[1] % 16 != 0) throw Weights.Damaged(file, name + ".layers");
        units = shape[1];
        products = new DenseLayer[shape[0]];
        layers = new LongShortTermLayer[shape[0]];
        var columns = LongShortTermLayer.Parts * 2 * units;
        var width = vectors.Dimensions + RoleInputs.Width;
        shrinking = [];
        for (var l = 0; l < layers.Length; l++)
        {
            using var block = WideBlock.Rent(WideBlock.SizeOf<float>(width * columns));
            var weights = block.TakeSpan<float>(width * columns);
            Weights.Read(file, FormattableString.Invariant($"{name}.weights{l}"), weights);
            var bias = Read(FormattableString.Invariant($"bias{l}"), columns);
            if (l == 0)
            {
                shrinking = Evening.Apply(vectors, tables, weights, columns);
                known = new FormTable(new DenseLayer(weights[..(FormWidth * columns)], new float[columns]), parts: 1);
                // Who annotates is the same for all that is read: it is part of the bias.
                var ofReading = weights[((width - tables[^1].Width) * columns)..];
                AddProduct(Row(tables[^1], RoleInputs.Annotators - 1), ofReading, bias);
                weights = weights[(FormWidth * columns)..^ofReading.Length];
            }
            products[l] = new DenseLayer(weights, bias);
            layers[l] = LongShortTermLayer.Read(file, FormattableString.Invariant($"{name}.recurrent{l}"), units);
            width = 2 * units;
        }
        if (known is null) throw Weights.Damaged(file, name + ".layers");
        roles = DenseLayer.Read(file, name + ".roles", name + ".bias", width, Output);
        Chain = MemoryMarshal.Cast<byte, float>(file.Section(name + ".chain").Span).ToArray();
        if (Chain.Length != RoleSpan.Roles * (RoleSpan.Roles + 1)) throw Weights.Damaged(file, name + ".chain");

        float[] Read(string section, int count) => Weights.Read(file, name + "." + section, count);
    }

    /// <summary>What it thinks of a role at the beginning, then of each role after each other.</summary>
    public float[] Chain { get; }

    /// <summary>Adds the scores of passages, one after the other, <c>RoleSpan.Roles</c> a token.</summary>
    public void AddScores(TokenAttributes tokens, List<Passage> passages, float weight, Span<float> scores)
    {
        var n = passages.Sum(p => p.Length);
        var (widest, gates) = (Math.Max(products[0].Inputs, 2 * units), LongShortTermLayer.Parts * 2 * units);
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(n * widest) + WideBlock.SizeOf<float>(n * gates) + WideBlock.SizeOf<int>(n * tables.Length));
        var input = block.TakeSpan<float>(n * widest);
        var parts = block.TakeSpan<float>(n * gates);
        var rows = block.TakeSpan<int>(n * tables.Length);
        var at = 0;
        foreach (var (first, end, isFirst) in passages)
        {
            var mine = rows.Slice(at * tables.Length, (end - first) * tables.Length);
            RoleInputs.Fill(tokens, first, end, isFirst, RoleInputs.Annotators - 1, mine);
            at += end - first;
        }
        for (int t = RoleInputs.OfForm, column = 0; t < tables.Length - 1; column += tables[t++].Width) tables[t].CopyTo(rows[t..], tables.Length, input[column..], products[0].Inputs);
        for (var l = 0; l < layers.Length; l++)
        {
            products[l].Apply(input, n, parts);
            if (l == 0) AddForms(tokens, passages, rows, parts);
            layers[l].Read(parts, passages.Select(p => p.Length), input);
        }
        roles.Apply(input, n, parts);
        for (var i = 0; i < n; i++)
        {
            for (var l = 0; l < RoleSpan.Roles; l++) scores[i * RoleSpan.Roles + l] += weight * parts[i * roles.Outputs + l];
        }
    }

    // The numbers that hang on a word's form.
    private int FormWidth => vectors.Dimensions + RoleInputs.Tables.Take(RoleInputs.OfForm).Sum(t => t.Width);

    private void AddForms(TokenAttributes tokens, List<Passage> passages, ReadOnlySpan<int> rows, Span<float> parts)
    {
        if (!idle.TryTake(out var forms)) forms = new FormBatch(known);
        Span<int> found = stackalloc int[FormsAtOnce];
        foreach (var passage in passages)
        {
            for (var from = passage.First; from < passage.End; from += FormsAtOnce)
            {
                var count = Math.Min(FormsAtOnce, passage.End - from);
                forms.Begin(FormsAtOnce);
                for (var i = 0; i < count; i++)
                {
                    if (forms.TryFind(tokens.Exact[from + i], out found[i])) continue;
                    var vectorRow = vectors.Find(tokens.Lower[from + i]);
                    found[i] = forms.Add(tokens.Exact[from + i], vectorRow, out var input);
                    EmbedForm(vectorRow, rows.Slice(i * tables.Length, tables.Length), input);
                }
                forms.Complete();
                for (var i = 0; i < count; i++) forms.AddTo(found[i], parts.Slice(i * known.PartLength, known.PartLength));
                rows = rows[(count * tables.Length)..];
                parts = parts[(count * known.PartLength)..];
            }
        }
        idle.Add(forms);
    }

    // A word's vector, then its row of each table that hangs on its form.
    private void EmbedForm(int vectorRow, ReadOnlySpan<int> rows, Span<float> input)
    {
        vectors.CopyTo(vectorRow, input);
        Evening.Scale(input, shrinking);
        var at = vectors.Dimensions;
        for (var t = 0; t < RoleInputs.OfForm; t++) tables[t].CopyTo(rows[t], input, ref at);
    }

    private static float[] Row(RowTable table, int row)
    {
        var (values, at) = (new float[table.Width], 0);
        table.CopyTo(row, values, ref at);
        return values;
    }

    private static void AddProduct(ReadOnlySpan<float> row, ReadOnlySpan<float> weights, Span<float> sums)
    {
        for (var k = 0; k < row.Length; k++)
        {
            for (var j = 0; j < sums.Length; j++) sums[j] += row[k] * weights[k * sums.Length + j];
        }
    }
}
