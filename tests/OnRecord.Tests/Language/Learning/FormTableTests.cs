using AwesomeAssertions;
using OnRecord.Language.Learning;

namespace OnRecord.Tests.Language.Learning;

public sealed class FormTableTests
{
    private const int Inputs = 8, PartLength = 32, Parts = 3;

    private static readonly DenseLayer Layer = new(Numbers(new Random(3), Inputs * Parts * PartLength), new float[Parts * PartLength]);

    [Fact]
    public void What_is_known_of_a_form_is_what_the_layer_makes_of_it()
    {
        var forms = new FormTable(Layer, Parts);
        forms.Begin(40);
        // More than pass through the layer at a time.
        int[] rows = [.. Enumerable.Range(0, 40).Select(i => Add(forms, (ulong)i + 1))];
        forms.Complete();

        var sums = new float[PartLength];
        forms.Join(rows[5], rows[35], FormTable.Nothing, sums);

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
        var forms = new FormTable(Layer, Parts);
        forms.Begin(1);
        var row = Add(forms, 77);
        forms.Complete();

        forms.TryFind(77, out var found).Should().BeTrue();
        found.Should().Be(row);
        forms.VectorRow(row).Should().Be(770);
        forms.TryFind(78, out _).Should().BeFalse();
    }

    [Fact]
    public void A_full_table_is_emptied_and_gives_the_same_afterwards()
    {
        var forms = new FormTable(Layer, Parts);
        forms.Begin(FormTable.Most);
        for (var i = 0; i < FormTable.Most; i++) Add(forms, (ulong)i + 1);
        forms.Complete();
        forms.TryFind(9, out var row).Should().BeTrue();
        var before = new float[PartLength];
        forms.Join(row, row, row, before);

        forms.Begin(1);
        forms.TryFind(9, out _).Should().BeFalse();
        row = Add(forms, 9);
        forms.Complete();
        var after = new float[PartLength];
        forms.Join(row, row, row, after);

        after.Should().Equal(before);
        var tooMany = () => forms.Begin(FormTable.Most + 1);
        tooMany.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static int Add(FormTable forms, ulong form)
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
