namespace OnRecord.Check;

/// <summary>What several findings on the same words come to.</summary>
public static class Findings
{
    /// <summary>
    /// The verdict on words that were held against several things. A pledge has that of the first, whose series has the most
    /// figures. A claim disagrees where one of its figures does and no source says otherwise, agrees where none disagrees or is
    /// open, and cannot be told in every other case.
    /// </summary>
    /// <param name="findings">The findings on one pledge or claim, at least one.</param>
    public static FindingVerdict Overall(IReadOnlyList<Finding> findings)
    {
        var first = findings[0].Verdict;
        if (first is not (FindingVerdict.Agrees or FindingVerdict.Disagrees or FindingVerdict.CannotTell)) return first;
        var figures = findings.GroupBy(f => f.Span).Select(OfFigure).ToList();
        if (figures.Contains(FindingVerdict.Disagrees)) return FindingVerdict.Disagrees;
        return figures.TrueForAll(verdict => verdict == FindingVerdict.Agrees) ? FindingVerdict.Agrees : FindingVerdict.CannotTell;
    }

    // Two sources on one figure: what one of them leaves open the other settles, and where they differ nothing is settled.
    private static FindingVerdict OfFigure(IEnumerable<Finding> findings)
    {
        var told = findings.Select(f => f.Verdict).Where(verdict => verdict != FindingVerdict.CannotTell).Distinct().ToList();
        return told.Count == 1 ? told[0] : FindingVerdict.CannotTell;
    }
}
