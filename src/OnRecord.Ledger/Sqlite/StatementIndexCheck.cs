using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger.Chain;
using SQLitePCL;

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
        try
        {
            Sum("recorded_words", found);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            // What is damaged cannot be gone through, but it may be asked for one word after another.
            return FirstNotFound() ?? throw new BrokenLedgerException(DiagnosticCodes.LedgerDamaged, $"The search index is damaged: {error.Message}.");
        }
        long? first = null;
        foreach (var statement in expected.Keys.Union(found.Keys))
        {
            if (expected.GetValueOrDefault(statement) != found.GetValueOrDefault(statement) && (first is null || statement < first)) first = statement;
        }
        return first;
    }

    // Indexes the statements again, some at a time, and asks the recorded index for every word of theirs.
    private long? FirstNotFound()
    {
        for (var from = 1L; from <= expected.Count; from += Batch)
        {
            var to = from + Batch - 1;
            connection.Run("INSERT INTO temp.expected_index (rowid, said, source, speaker) SELECT id, said, source, speaker FROM statement_words WHERE id BETWEEN ?1 AND ?2", from, to);
            long? first = null;
            var statements = new SortedSet<long>();
            string? word = null;
            var rows = connection.Query("SELECT term, doc FROM temp.expected_words ORDER BY term");
            while (rows.Next())
            {
                var next = rows.Text(0);
                if (next != word)
                {
                    Ask();
                    statements.Clear();
                    word = next;
                }
                statements.Add(rows.Number(1));
            }
            Ask();
            connection.Run("INSERT INTO temp.expected_index (expected_index) VALUES ('delete-all')");
            if (first is not null) return first;

            void Ask()
            {
                if (word is not null && !Finds(word, from, to, statements) && (first is null || statements.Min < first)) first = statements.Min;
            }
        }
        return null;
    }

    private bool Finds(string word, long from, long to, SortedSet<long> statements)
    {
        try
        {
            var found = new List<long>();
            var rows = connection.Query(
                "SELECT rowid FROM statement_index WHERE statement_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid",
                $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", from, to);
            while (rows.Next()) found.Add(rows.Number(0));
            return found.SequenceEqual(statements);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            return false;
        }
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
