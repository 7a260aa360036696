using System.Text;
using OnRecord.Knowledge;

namespace OnRecord.Tests.Knowledge;

public sealed class RowIndexTests
{
    [Fact]
    public void Rows_of_a_hash_come_in_the_order_in_which_they_were_added_however_many_there_are()
    {
        var index = new RowIndex();
        for (var row = 0; row < 3000; row++) index.Add((uint)(row % 700), row);

        foreach (var hash in (uint[])[0, 1, 699]) Rows(index, hash).Should().Equal(Enumerable.Range(0, 3000).Where(row => row % 700 == hash));
        Rows(index, 700).Should().BeEmpty();
    }

    [Fact]
    public void What_is_expected_changes_nothing_that_is_there()
    {
        var index = new RowIndex();
        index.Add(5, 1);
        index.Expect(1000, 1000);
        index.Add(5, 2);

        Rows(index, 5).Should().Equal(1, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("person:angela-merkel")]
    [InlineData("Recep Tayyip Erdoğan")]
    public void A_text_and_its_bytes_have_one_hash(string text) => RowIndex.Hash(text).Should().Be(RowIndex.Hash(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Texts_longer_than_a_name_have_hashes_too()
    {
        var text = new string('é', 1000);

        RowIndex.Hash(text).Should().Be(RowIndex.Hash(Encoding.UTF8.GetBytes(text)));
    }

    private static List<int> Rows(RowIndex index, uint hash)
    {
        var rows = new List<int>();
        for (var place = index.First(hash); place != 0; place = index.Next(place)) rows.Add(index.Row(place));
        return rows;
    }
}
