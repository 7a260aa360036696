using OnRecord.Lab.Corpora;
using OnRecord.Language;
using OnRecord.Language.Entities;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores names by exact span and type.</summary>
internal static class NameScore
{
    /// <summary>All nine types of the newswire, together and, into <paramref name="metrics"/>, each.</summary>
    public static Metric Newswire(List<NamedText> texts, EnglishAnalyser analyser, List<Metric> metrics, TextWriter? errors)
    {
        var found = texts.Select(t => (Own: Own(analyser, t.Text), Gold: t.Names.Select(n => (n.Span, Type: NamedText.Type(n.Label))).ToHashSet())).ToList();
        for (var i = 0; i < texts.Count; i++) WriteErrors("newswire", texts[i].Text, found[i].Own, found[i].Gold, errors);
        foreach (var type in Enum.GetValues<NameType>().Where(type => found.Any(f => f.Gold.Any(n => n.Type == type))))
        {
            metrics.Add(Bootstrap.F1("newswire", $"f1-{type.ToString().ToLowerInvariant()}", [.. found.Select(f => Count(f.Own.Where(n => n.Type == type), f.Gold.Where(n => n.Type == type)))]));
        }
        // The newswire has no type for events: it calls them other names.
        return Bootstrap.F1("newswire", "f1", [.. found.Select(f => Count(f.Own.Select(n => n.Type == NameType.Event ? (n.Span, NameType.Other) : n), f.Gold))]);
    }

    /// <summary>The types of the politics sentences: dates, amounts, facilities and products are not marked there, and groups stand among other names.</summary>
    public static Metric Politics(NamedText text, EnglishAnalyser analyser, TextWriter? errors)
    {
        var counts = new List<Counts>();
        foreach (var line in text.Lines())
        {
            var own = Own(analyser, line.Text).Where(n => n.Type is not (NameType.Date or NameType.Money)).Select(n => (n.Span, Mapped(n.Type))).ToHashSet();
            var gold = line.Names.Select(n => (n.Span, NamedText.Type(n.Label))).ToHashSet();
            WriteErrors("politics", line.Text, own, gold, errors);
            counts.Add(Count(own, gold));
        }
        return Bootstrap.F1("politics", "f1", counts);
    }

    private static NameType Mapped(NameType type) => type switch
    {
        NameType.Group or NameType.Product => NameType.Other,
        NameType.Facility => NameType.Place,
        _ => type,
    };

    private static HashSet<(TextSpan Span, NameType Type)> Own(EnglishAnalyser analyser, string text) => [.. analyser.Analyse(text).Names!.Select(n => (n.Span, n.Type))];

    private static Counts Count(IEnumerable<(TextSpan, NameType)> own, IEnumerable<(TextSpan, NameType)> gold)
    {
        var counts = new Counts();
        counts.Add(own.ToHashSet(), gold.ToHashSet());
        return counts;
    }

    private static void WriteErrors(string corpus, string text, HashSet<(TextSpan Span, NameType Type)> own, HashSet<(TextSpan Span, NameType Type)> gold, TextWriter? errors)
    {
        if (errors is null) return;
        foreach (var name in own.Where(n => !gold.Contains(n)).OrderBy(n => n.Span)) errors.WriteLine($"{corpus} name+  {name.Type} {name.Span.Slice(text)}");
        foreach (var name in gold.Where(n => !own.Contains(n)).OrderBy(n => n.Span)) errors.WriteLine($"{corpus} name-  {name.Type} {name.Span.Slice(text)}");
    }
}
