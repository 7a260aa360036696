namespace OnRecord.Language.Syntax;

/// <summary>
/// What a decision of the parser knows of the state besides its words (Zhang and Nivre 2011): how far apart they stand, how
/// many words hang on them, and by which relations the outermost do. Each is a row of a learned table. Stateless.
/// </summary>
internal static class StateFeatures
{
    /// <summary>The rows of a decision.</summary>
    public const int Count = 9;

    private const int Distances = 8;
    private const int Counts = 4;

    /// <summary>The rows of the table.</summary>
    /// <param name="relations">The number of relations.</param>
    public static int Rows(int relations) => 2 * Distances + 2 * Counts * Counts + 5 * (relations + 1);

    /// <summary>The rows of one decision.</summary>
    public static void Look(ArcHybrid state, int relations, Span<int> rows)
    {
        int top = state.Top, second = state.Stacked(1), next = state.Ahead;
        var at = 0;
        rows[0] = at + Distance(top, next);
        rows[1] = (at += Distances) + Distance(second, top);
        rows[2] = (at += Distances) + Few(state.CountBefore(top)) * Counts + Few(state.CountAfter(top));
        rows[3] = (at += Counts * Counts) + Few(state.CountAfter(second)) * Counts + Few(state.CountBefore(next));
        rows[4] = (at += Counts * Counts) + state.Label(state.First(top), relations);
        rows[5] = (at += relations + 1) + state.Label(state.Last(top), relations);
        rows[6] = (at += relations + 1) + state.Label(state.First(second), relations);
        rows[7] = (at += relations + 1) + state.Label(state.Last(second), relations);
        rows[8] = at + relations + 1 + state.Label(state.First(next), relations);
    }

    private static int Few(int count) => Math.Min(count, Counts - 1);

    // Nought where one of them is no word.
    private static int Distance(int from, int to) => from < 0 || to < 0 ? 0 : (to - from) switch
    {
        < 5 => to - from,
        < 7 => 5,
        < 11 => 6,
        _ => 7,
    };
}
