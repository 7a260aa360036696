using System.Text;
using OnRecord.Language.Text;
using OnRecord.Ledger.Sqlite;

namespace OnRecord.Ledger.Search;

/// <summary>Cuttings around the words that were searched for.</summary>
internal static class Snippets
{
    // Marks for the hits: no decoded article has them, and a statement that does only gets a wrong hit.
    private const char HitStart = '\u0002';
    private const char HitEnd = '\u0003';

    /// <summary>A cutting out of a full-text index, as SQL.</summary>
    public static string Cutting(string index) => $"snippet({index}, -1, '{HitStart}', '{HitEnd}', '…', 24)";

    /// <summary>
    /// The cuttings of some statements, by number; one that does not have the words has none. The statements are indexed
    /// anew by themselves, by the words that their rows are made of anyway: to ask the ledger's own index for single ones costs half a millisecond each where a word is in
    /// many, this a fiftieth of it.
    /// </summary>
    public static Dictionary<long, string> Of(LedgerConnection connection, IReadOnlyList<StatementRow> statements, string words)
    {
        var cuttings = new Dictionary<long, string>(statements.Count);
        connection.Run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.page_words USING fts5 (said, source, speaker, tokenize = 'unicode61 remove_diacritics 2')");
        connection.Run("SAVEPOINT page_words");
        try
        {
            foreach (var row in statements)
            {
                connection.Run("INSERT INTO temp.page_words (rowid, said, source, speaker) VALUES (?1, ?2, ?3, ?4)", row.Number, Joined(row.Content), Joined(row.Source), row.Speaker);
            }
            var rows = connection.Query($"SELECT rowid, {Cutting("page_words")} FROM temp.page_words WHERE page_words MATCH ?1", words);
            while (rows.Next()) cuttings[rows.Number(0)] = rows.Text(1);
        }
        finally
        {
            connection.Run("ROLLBACK TO page_words");
            connection.Run("RELEASE page_words");
        }
        return cuttings;
    }

    /// <summary>A cutting as the index gives it, with its hits as spans.</summary>
    public static Snippet Read(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var hits = new List<TextSpan>();
        var start = -1;
        foreach (var letter in marked)
        {
            if (letter == HitStart)
            {
                start = text.Length;
            }
            else if (letter == HitEnd && start >= 0)
            {
                hits.Add(new TextSpan(start, text.Length));
                start = -1;
            }
            else
            {
                text.Append(letter);
            }
        }
        return new Snippet(text.ToString(), hits);
    }

    // As the view of what is indexed joins the pieces.
    private static string? Joined(IReadOnlyList<RecordedWords> pieces) => pieces.Count == 0 ? null : string.Join(" … ", pieces.Select(piece => piece.Words));
}
