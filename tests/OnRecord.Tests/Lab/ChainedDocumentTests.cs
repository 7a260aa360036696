using OnRecord.Lab.Corpora;

namespace OnRecord.Tests.Lab;

public sealed class ChainedDocumentTests
{
    [Fact]
    public void Entities_are_read_from_the_last_column_nested_single_and_over_several_words()
    {
        var path = Path.GetTempFileName();
        File.WriteAllLines(path,
        [
            "# newdoc id = sample",
            Row(1, "The", 2, "det", "Entity=(1-person-new-cf1-1-coref(2-organization-new-cf2-1-sgl)"),
            Row(2, "envoy", 3, "nsubj", "Entity=1)"),
            Row(3, "left", 0, "root", "_"),
            "",
            Row(1, "She", 2, "nsubj", "Entity=(1-person-giv-cf1-1-ana)"),
            Row(2, "spoke", 0, "root", "SpaceAfter=No"),
            Row(3, ".", 2, "punct", "_"),
            "",
        ]);
        try
        {
            var document = ChainedDocument.Of(Treebank.ReadText(path).Single());

            document.Entities.Select(e => string.Join('|', e.Select(m => $"{m.Span.Slice(document.Text)}:{m.Kind}"))).Should().BeEquivalentTo("The envoy:person|She:person", "The:organization");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Row(int number, string form, int head, string relation, string misc) => $"{number}\t{form}\t{form}\tX\tX\t_\t{head}\t{relation}\t_\t{misc}";
}
