using System.Runtime.InteropServices;
using System.Text;
using OnRecord.Ledger.Chain;

namespace OnRecord.Ledger.Sqlite;

/// <summary>
/// Compares what the search index finds with the words that should be in it. Every word of every statement is indexed
/// again, some statements at a time, and the words and places of both are summed up for each statement.
/// </summary>
internal sealed class StatementIndexCheck(LedgerConnection connection)
{
    // Enough that the temporary index costs little a statement, and small enough to stay in memory.
    private const int Batch = 4096;

    private readonly Dictionary<long, ulong> expected = [];
    private readonly List<object?[]> waiting = [];
    private bool isReady;

    /// <summary>Adds statements that the index should have.</summary>
    public void Expect(IEnumerable<ProjectedRow> statements)
    {
        foreach (var statement in statements)
        {
            expected.Add((long)statement.Values[0]!, 0);
            waiting.Add(statement.Values);
            if (waiting.Count == Batch) Flush();
        }
    }

    /// <summary>The first statement whose words the index does not have as they should be; null where it has all.</summary>
    public long? FirstDifference()
    {
        Flush();
        Prepare();
        var found = new Dictionary<long, ulong>(expected.Count);
        Sum("recorded_words", found);
        long? first = null;
        foreach (var statement in expected.Keys.Union(found.Keys))
        {
            if (expected.GetValueOrDefault(statement) != found.GetValueOrDefault(statement) && (first is null || statement < first)) first = statement;
        }
        return first;
    }

    private void Flush()
    {
        if (waiting.Count == 0) return;
        Prepare();
        foreach (var values in waiting)
        {
            connection.Run("INSERT INTO temp.expected_index (rowid, said, source, speaker) VALUES (?1, ?2, ?3, ?4)", values);
        }
        waiting.Clear();
        Sum("expected_words", expected);
        connection.Run("INSERT INTO temp.expected_index (expected_index) VALUES ('delete-all')");
    }

    private void Prepare()
    {
        if (isReady) return;
        connection.Run("CREATE VIRTUAL TABLE temp.expected_index USING fts5 (said, source, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0)");
        connection.Run("CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab (temp, expected_index, instance)");
        connection.Run("CREATE VIRTUAL TABLE temp.recorded_words USING fts5vocab (main, statement_index, instance)");
        isReady = true;
    }

    private void Sum(string words, Dictionary<long, ulong> sums)
    {
        var rows = connection.Query($"SELECT doc, term, col, offset FROM temp.{words}");
        while (rows.Next())
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, rows.Number(0), out _);
            var word = Mix(Mix(Mix(14695981039346656037, rows.Text(1)), rows.Text(2)), rows.Number(3));
            // A sum does not mind the order in which the two indexes give their words.
            sum += word;
        }
    }

    private static ulong Mix(ulong hash, string text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211;
        return (hash ^ 0xFFFF) * 1099511628211;
    }

    private static ulong Mix(ulong hash, long number)
    {
        hash = (hash ^ (ulong)number) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
