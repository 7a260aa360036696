namespace OnRecord.Lab.Train.Network;

/// <summary>Work for two threads, each number computed by one of them in a fixed order: the sums are the same on any machine.</summary>
internal static class Split
{
    public static void Rows(int rows, Action<int, int> work)
    {
        var half = rows / 8 * 4;
        if (half == 0)
        {
            work(0, rows);
            return;
        }
        Parallel.Invoke(() => work(0, half), () => work(half, rows - half));
    }
}
