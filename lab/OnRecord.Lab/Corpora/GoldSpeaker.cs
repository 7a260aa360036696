using System.Globalization;

namespace OnRecord.Lab.Corpora;

/// <summary>Who speaks in one attribution of the attribution corpus, as read by a person.</summary>
/// <param name="Document">The document's name in the corpus.</param>
/// <param name="Attribution">The number of the attribution in the document, from 0.</param>
/// <param name="Start">Where its first source begins, in code points: says whether the corpus is still the one that was read.</param>
/// <param name="Speaker">The name; null where the text names no one.</param>
/// <param name="Office">The office held that day; null where none was, or none that was looked up.</param>
/// <param name="Addressee">The one told; null where not marked.</param>
/// <param name="Venue">Where the words for occasion or medium stand, in code points; null where not marked.</param>
/// <param name="Day">The day of utterance; null where not marked.</param>
internal sealed record GoldSpeaker(string Document, int Attribution, int Start, string? Speaker, string? Office, string? Addressee, (int Start, int End)? Venue, DateOnly? Day)
{
    /// <summary>The marks that come with the lab.</summary>
    public static List<GoldSpeaker> Read()
    {
        using var stream = typeof(GoldSpeaker).Assembly.GetManifestResourceStream("speakers.tsv") ?? throw new InvalidOperationException("The lab was built without speakers.tsv.");
        using var reader = new StreamReader(stream);
        var found = new List<GoldSpeaker>();
        var isHeading = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (!isHeading) found.Add(Of(line.Split('\t')));
            isHeading = false;
        }
        return found;
    }

    private static GoldSpeaker Of(string[] cells)
    {
        string? Cell(int i) => i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
        int Number(int i) => int.Parse(cells[i], NumberStyles.None, CultureInfo.InvariantCulture);
        return new GoldSpeaker(
            cells[0],
            Number(1),
            Number(2),
            cells[3] == "-" ? null : cells[3],
            Cell(4),
            Cell(5),
            Cell(6) is null ? null : (Number(6), Number(7)),
            Cell(8) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }
}
