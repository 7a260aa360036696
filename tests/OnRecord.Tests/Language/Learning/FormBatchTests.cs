using AwesomeAssertions;
using OnRecord.Language.Learning;

namespace OnRecord.Tests.Language.Learning;

public sealed class FormBatchTests
{
    private const int Inputs = 8, PartLength = 32, Parts = 3;

    private static readonly DenseLayer Layer = new(Numbers(new Random(3), Inputs * Parts * PartLength), new float[Parts * PartLength]);

    [Fact]
    public void What_is_known_of_a_form_is_what_the_layer_makes_of_it()
    {
        var forms = new FormBatch(new FormTable(Layer, Parts));
        forms.Begin(40);
        // More than pass through the layer at a time.
        int[] rows = [.. Enumerable.Range(0, 40).Select(i => Add(forms, (ulong)i + 1))];
        forms.Complete();

        var sums = new float[PartLength];
        forms.Join(rows[5], rows[35], FormBatch.Nothing, sums);

        var (one, other) = (Products(6), Products(36));
        for (var j = 0; j < PartLength; j++)
        {
            sums[j].Should().BeApproximately(one[j] + other[PartLength + j], 0.02f * Math.Max(one.Max(Math.Abs), other.Max(Math.Abs)));
        }
        forms.AddTo(rows[5], sums);
        sums[0].Should().BeApproximately(2 * one[0] + other[PartLength], 0.03f * Math.Max(one.Max(Math.Abs), other.Max(Math.Abs)));
    }

    [Fact]
    public void A_form_is_found_again_with_the_row_of_its_vector()
    {
        var forms = new FormBatch(new FormTable(Layer, Parts));
        forms.Begin(1);
        var row = Add(forms, 77);
        forms.Complete();

        forms.TryFind(77, out var found).Should().BeTrue();
        forms.VectorRow(found).Should().Be(770);
        forms.VectorRow(row).Should().Be(770);
        Sums(forms, found).Should().Equal(Sums(forms, row));
        forms.TryFind(78, out _).Should().BeFalse();
    }

    [Fact]
    public void What_one_batch_has_met_another_knows()
    {
        var table = new FormTable(Layer, Parts);
        var (one, other) = (new FormBatch(table), new FormBatch(table));
        one.Begin(1);
        var row = Add(one, 9);
        one.Complete();

        other.Begin(1);
        other.TryFind(9, out var kept).Should().BeTrue();

        other.VectorRow(kept).Should().Be(90);
        Sums(other, kept).Should().Equal(Sums(one, row));
    }

    [Fact]
    public void A_full_table_keeps_what_it_has_and_what_is_new_comes_out_the_same()
    {
        var table = new FormTable(Layer, Parts);
        var forms = new FormBatch(table);
        forms.Begin(FormTable.Most);
        for (var i = 0; i < FormTable.Most; i++) Add(forms, (ulong)i + 1);
        forms.Complete();
        const ulong New = FormTable.Most + 1;

        forms.Begin(1);
        forms.TryFind(1, out _).Should().BeTrue();
        forms.TryFind(New, out _).Should().BeFalse();
        var row = Add(forms, New);
        forms.Complete();
        table.TryFind(New, out _).Should().BeFalse();

        var alone = new FormBatch(new FormTable(Layer, Parts));
        alone.Begin(1);
        var same = Add(alone, New);
        alone.Complete();
        Sums(forms, row).Should().Equal(Sums(alone, same));
    }

    [Fact]
    public void What_was_added_and_never_completed_is_not_known()
    {
        var forms = new FormBatch(new FormTable(Layer, Parts));
        forms.Begin(2);
        Add(forms, 5);

        forms.Begin(2);

        forms.TryFind(5, out _).Should().BeFalse();
    }

    [Fact]
    public void Threads_that_meet_the_same_forms_find_the_same()
    {
        const int Forms = 3000;
        var table = new FormTable(Layer, Parts);
        var alone = new FormBatch(new FormTable(Layer, Parts));
        alone.Begin(Forms);
        int[] known = [.. Enumerable.Range(1, Forms).Select(form => Add(alone, (ulong)form))];
        alone.Complete();
        var expected = Array.ConvertAll(known, row => Sums(alone, row));

        Parallel.For(0, 4, thread =>
        {
            var forms = new FormBatch(table);
            for (var from = 0; from < Forms; from += 100)
            {
                forms.Begin(100);
                var rows = new int[100];
                for (var i = 0; i < 100; i++)
                {
                    // Each thread begins at another place and comes to all of them.
                    var form = (ulong)((from + i + thread * 750) % Forms + 1);
                    if (!forms.TryFind(form, out rows[i])) rows[i] = Add(forms, form);
                }
                forms.Complete();
                for (var i = 0; i < 100; i++) Sums(forms, rows[i]).Should().Equal(expected[(from + i + thread * 750) % Forms]);
            }
        });
    }

    private static float[] Sums(FormBatch forms, int row)
    {
        var sums = new float[PartLength];
        forms.Join(row, row, row, sums);
        return sums;
    }

    private static int Add(FormBatch forms, ulong form)
    {
        var row = forms.Add(form, (int)form * 10, out var input);
        Input(form).CopyTo(input);
        return row;
    }

    private static float[] Products(ulong form)
    {
        var products = new float[Parts * PartLength];
        Layer.Apply(Input(form), 1, products);
        return products;
    }

    private static float[] Input(ulong form) => Numbers(new Random((int)form), Inputs);

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
