using System.Collections.Concurrent;
using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// What searches found lately, as of one catalogue: which statements have which words, and the rows that were shown. What was
/// recorded last comes first, so the same statements are shown again and again, and whoever narrows a search down asks for the same
/// words again. It goes with its catalogue when something is recorded. Safe to share between threads.
/// </summary>
internal sealed class Remembered
{
    // 8 MB.
    private const int MostNumbers = 2_000_000;

    // No page looks through more.
    private const int LongestList = 5_000;

    // About 1.5 kB each.
    private const int MostRows = 10_000;

    // An export would push out what is shown, and asks for nothing twice.
    private const int LargestPage = 100;

    private readonly ConcurrentDictionary<(string? Text, string? Speaker), (int[] Numbers, bool IsWhole)> lists = new();
    private readonly ConcurrentDictionary<long, StatementRow> rows = new();
    private int held;

    /// <summary>The numbers of all statements that have the words, what was recorded last first, as <see cref="LedgerReader.Matches"/> gives them.</summary>
    public IEnumerable<long> Matches(LedgerReader ledger, string? text, string? speaker, long? before)
    {
        if (lists.TryGetValue((text, speaker), out var known)) return Known(ledger, text, speaker, before ?? long.MaxValue, known.Numbers, known.IsWhole);
        return before is null ? Noted(ledger, text, speaker) : ledger.Matches(text, speaker, before);
    }

    /// <summary>Statements by their numbers with their cuttings, as <see cref="LedgerReader.Statements"/> gives them.</summary>
    public IReadOnlyList<StatementRow> Statements(LedgerReader ledger, IReadOnlyList<long> numbers, string? text, string? speaker)
    {
        if (numbers.Count > LargestPage) return ledger.Statements(numbers, text, speaker);
        var found = new Dictionary<long, StatementRow>(numbers.Count);
        foreach (var number in numbers)
        {
            if (rows.TryGetValue(number, out var row)) found[number] = row;
        }
        var missing = numbers.Where(number => !found.ContainsKey(number)).ToList();
        if (rows.Count > MostRows) rows.Clear();
        foreach (var row in ledger.Statements(missing)) found[row.Number] = rows[row.Number] = row;
        return ledger.Cut([.. numbers.Where(found.ContainsKey).Select(number => found[number])], text, speaker);
    }

    private static IEnumerable<long> Known(LedgerReader ledger, string? text, string? speaker, long before, int[] numbers, bool isWhole)
    {
        foreach (var number in numbers)
        {
            if (number < before) yield return number;
        }
        if (isWhole) yield break;
        foreach (var number in ledger.Matches(text, speaker, Math.Min(before, numbers[^1]))) yield return number;
    }

    // However far it is gone through, so far it is known.
    private IEnumerable<long> Noted(LedgerReader ledger, string? text, string? speaker)
    {
        var numbers = new List<int>();
        var (isWhole, isCut) = (false, false);
        try
        {
            foreach (var number in ledger.Matches(text, speaker, null))
            {
                if (numbers.Count < LongestList) numbers.Add((int)number);
                else isCut = true;
                yield return number;
            }
            isWhole = !isCut;
        }
        finally
        {
            if (isWhole || numbers.Count > 0) Keep((text, speaker), [.. numbers], isWhole);
        }
    }

    private void Keep((string? Text, string? Speaker) words, int[] numbers, bool isWhole)
    {
        // An empty list costs about as much as twenty numbers.
        if (Interlocked.Add(ref held, numbers.Length + 20) > MostNumbers)
        {
            lists.Clear();
            Interlocked.Exchange(ref held, numbers.Length);
        }
        lists[words] = (numbers, isWhole);
    }
}
