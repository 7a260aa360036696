namespace OnRecord.Lab.Evaluate;

/// <summary>Intervals of 95 % by drawing documents again, with a fixed seed.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    /// <summary>F1 over documents, with its interval.</summary>
    public static Metric F1(string corpus, string name, IReadOnlyList<Counts> documents)
    {
        var all = new Counts();
        foreach (var document in documents) all.Add(document);
        if (documents.Count < 2) return new Metric(corpus, name, all.F1, all.Gold);
        var random = new Random(1);
        var values = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = new Counts();
            for (var i = 0; i < documents.Count; i++) sum.Add(documents[random.Next(documents.Count)]);
            values[draw] = sum.F1;
        }
        Array.Sort(values);
        return new Metric(corpus, name, all.F1, all.Gold, values[Draws / 40], values[Draws - 1 - Draws / 40]);
    }

    /// <summary>A figure over the sum of documents, with its interval.</summary>
    public static Metric Of<T>(string corpus, string name, IReadOnlyList<T> documents, Func<IEnumerable<T>, T> sum, Func<T, double> figure, Func<T, int> count)
    {
        var all = sum(documents);
        if (documents.Count < 2) return new Metric(corpus, name, figure(all), count(all));
        var random = new Random(1);
        var values = new double[Draws];
        for (var draw = 0; draw < Draws; draw++) values[draw] = figure(sum(Enumerable.Range(0, documents.Count).Select(_ => documents[random.Next(documents.Count)])));
        Array.Sort(values);
        return new Metric(corpus, name, figure(all), count(all), values[Draws / 40], values[Draws - 1 - Draws / 40]);
    }
}
