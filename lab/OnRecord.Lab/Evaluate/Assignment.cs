namespace OnRecord.Lab.Evaluate;

/// <summary>The best one-to-one assignment between two sets (Kuhn 1955, with the shortest augmenting paths of Jonker and Volgenant 1987).</summary>
internal static class Assignment
{
    /// <summary>The greatest sum of values over assignments.</summary>
    public static double Best(int rows, int columns, Func<int, int, double> value)
    {
        if (rows == 0 || columns == 0) return 0;
        if (rows > columns) return Best(columns, rows, (r, c) => value(c, r));
        var (rowPrice, columnPrice) = (new double[rows + 1], new double[columns + 1]);
        var (assigned, way) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            assigned[0] = row;
            var column = 0;
            var least = new double[columns + 1];
            Array.Fill(least, double.MaxValue);
            var isUsed = new bool[columns + 1];
            do
            {
                isUsed[column] = true;
                var (step, next) = (double.MaxValue, 0);
                for (var c = 1; c <= columns; c++)
                {
                    if (isUsed[c]) continue;
                    var cost = -value(assigned[column] - 1, c - 1) - rowPrice[assigned[column]] - columnPrice[c];
                    if (cost < least[c]) (least[c], way[c]) = (cost, column);
                    if (least[c] < step) (step, next) = (least[c], c);
                }
                for (var c = 0; c <= columns; c++)
                {
                    if (isUsed[c])
                    {
                        rowPrice[assigned[c]] += step;
                        columnPrice[c] -= step;
                    }
                    else least[c] -= step;
                }
                column = next;
            }
            while (assigned[column] != 0);
            for (; column != 0; column = way[column]) assigned[column] = assigned[way[column]];
        }
        var sum = 0.0;
        for (var c = 1; c <= columns; c++)
        {
            if (assigned[c] > 0) sum += value(assigned[c] - 1, c - 1);
        }
        return sum;
    }
}
