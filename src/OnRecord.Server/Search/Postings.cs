namespace OnRecord.Server.Search;

/// <summary>
/// The numbers of the statements that have something in common, ascending. One adds while others read what was there when
/// they were given it: numbers are only ever put behind, and never moved within an array that somebody has.
/// </summary>
internal sealed class Postings
{
    private int[] numbers = new int[2];
    private int count;

    /// <summary>What is there now.</summary>
    public ReadOnlyMemory<int> Seen => numbers.AsMemory(0, count);

    public void Add(int number)
    {
        if (count == numbers.Length) Array.Resize(ref numbers, count + (count >> 1) + 2);
        numbers[count++] = number;
    }
}
