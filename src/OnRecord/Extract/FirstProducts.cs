using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// The products of the network's first layer. They are sums of a part that depends on the word form alone and of a part
/// for each row of a small table, so each is computed once and kept: of the words of news nine in ten have been met
/// before. The sums run in a fixed order, so what is kept changes no bit. Safe to share between threads.
/// </summary>
internal sealed class FirstProducts
{
    // Five kilobytes each: the forms of some days of news, in some sixty megabytes. When they are full they are let go.
    private const int MostForms = 12288;

    private readonly WordVectors vectors;
    private readonly float[][] tables;
    private readonly float[] bias;
    private readonly QuantisedMatrix ofForm;
    private readonly int formWidth;
    private readonly QuantisedMatrix[] ofTable;
    private readonly float[]?[][] kept;
    private readonly ConcurrentDictionary<ulong, float[]> forms = new();
    private int kinds;

    /// <param name="vectors">The vectors of words, which stand first in the input.</param>
    /// <param name="tables">The tables, which follow in their order.</param>
    /// <param name="weights">The layer's weights, a row for each number of the input.</param>
    /// <param name="bias">The layer's bias, whose length is the number of products.</param>
    public FirstProducts(WordVectors vectors, float[][] tables, float[] weights, float[] bias)
    {
        this.vectors = vectors;
        this.tables = tables;
        this.bias = bias;
        formWidth = RoleInputs.FormWidth(vectors.Dimensions);
        ofForm = new QuantisedMatrix(formWidth, bias.Length, weights.AsSpan(0, formWidth * bias.Length));
        ofTable = new QuantisedMatrix[tables.Length - RoleInputs.FormTables];
        kept = new float[]?[ofTable.Length][];
        var at = formWidth;
        for (var t = 0; t < ofTable.Length; t++)
        {
            var width = RoleInputs.Tables[t + RoleInputs.FormTables].Width;
            ofTable[t] = new QuantisedMatrix(width, bias.Length, weights.AsSpan(at * bias.Length, width * bias.Length));
            kept[t] = new float[]?[RoleInputs.Tables[t + RoleInputs.FormTables].Rows];
            at += width;
        }
    }

    /// <summary>The number of products a token has.</summary>
    public int Count => bias.Length;

    /// <summary>Writes the products of a passage's tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(TokenAttributes tokens, int first, int end, ReadOnlySpan<int> rows, Span<float> products)
    {
        var met = Forms(tokens, first, end, rows);
        var addends = new float[1 + ofTable.Length][];
        for (var i = 0; i < met.Length; i++)
        {
            addends[0] = met[i];
            for (var t = 0; t < ofTable.Length; t++) addends[t + 1] = Row(t, rows[i * tables.Length + t + RoleInputs.FormTables]);
            Sum(addends, products.Slice(i * Count, Count));
        }
    }

    // A number of the sum stays in its register until all have been added.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(ReadOnlySpan<float[]> addends, Span<float> target)
    {
        for (var at = 0; at + 16 <= target.Length; at += 16)
        {
            Vector256<float> low = default, high = default;
            foreach (var addend in addends)
            {
                ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(addend), at);
                low += Vector256.LoadUnsafe(ref from);
                high += Vector256.LoadUnsafe(ref from, 8);
            }
            low.CopyTo(target[at..]);
            high.CopyTo(target[(at + 8)..]);
        }
    }

    // Those not met before are computed together, so that the weights pass through the processor once a passage.
    private float[][] Forms(TokenAttributes tokens, int first, int end, ReadOnlySpan<int> rows)
    {
        var found = new float[end - first][];
        List<int>? missing = null;
        for (var i = first; i < end; i++)
        {
            if (forms.TryGetValue(tokens.Exact[i], out var known)) found[i - first] = known;
            else (missing ??= []).Add(i);
        }
        if (missing is null) return found;
        var inputs = new float[missing.Count * formWidth];
        for (var m = 0; m < missing.Count; m++) Embed(tokens, missing[m], rows.Slice((missing[m] - first) * tables.Length, RoleInputs.FormTables), inputs.AsSpan(m * formWidth, formWidth));
        var computed = new float[missing.Count * Count];
        ofForm.Multiply(inputs, missing.Count, computed, bias);
        // Others may let go of the table at the same time; a bound that is passed by a passage is still a bound.
        if (Interlocked.Add(ref kinds, missing.Count) > MostForms)
        {
            forms.Clear();
            Interlocked.Exchange(ref kinds, missing.Count);
        }
        for (var m = 0; m < missing.Count; m++)
        {
            var products = computed.AsSpan(m * Count, Count).ToArray();
            found[missing[m] - first] = products;
            forms[tokens.Exact[missing[m]]] = products;
        }
        return found;
    }

    private void Embed(TokenAttributes tokens, int token, ReadOnlySpan<int> row, Span<float> input)
    {
        vectors.CopyTo(vectors.Find(tokens.Lower[token]), input);
        var at = vectors.Dimensions;
        for (var t = 0; t < RoleInputs.FormTables; t++)
        {
            var width = RoleInputs.Tables[t].Width;
            tables[t].AsSpan(row[t] * width, width).CopyTo(input[at..]);
            at += width;
        }
    }

    // Two threads may compute the same row at the same time; they compute the same numbers.
    private float[] Row(int table, int row)
    {
        if (Volatile.Read(ref kept[table][row]) is { } known) return known;
        var width = RoleInputs.Tables[table + RoleInputs.FormTables].Width;
        var products = new float[Count];
        ofTable[table].Multiply(tables[table + RoleInputs.FormTables].AsSpan(row * width, width), 1, products);
        Volatile.Write(ref kept[table][row], products);
        return products;
    }
}
