using OnRecord.Language.Text;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Check;

/// <summary>An article put together by hand with a pledge in it, so that checking is tried by itself.</summary>
internal static class CheckStory
{
    public const string Text = "Members of the alliance agreed on Friday to reach defence spending of at least 2 percent of GDP by 2024, if growth holds, from 2014 levels.";

    /// <summary>A reading with NATO as the one that pledges, bound member by member.</summary>
    public static Reading Alliance(DateOnly? published) => SampleReadings.Empty("news/alliance.txt", Text + "\n", published) with
    {
        Entities = [new Entity { Id = "e1", Name = "NATO", Type = EntityType.Organisation, Knowledge = "org:nato", Mentions = [new Mention(Of("the alliance"), MentionForm.Nominal)] }],
    };

    /// <summary>A reading in which countries pledge by themselves.</summary>
    public static Reading Countries(DateOnly? published, params string[] keys) => Alliance(published) with
    {
        Entities = [.. keys.Select((key, i) => new Entity { Id = $"e{i + 1}", Name = key, Type = EntityType.Place, Knowledge = key, Mentions = [new Mention(Of("the alliance"), MentionForm.Nominal)] })],
    };

    /// <summary>At least 2 percent of GDP by the end of 2024.</summary>
    public static Pledge TwoPercent { get; } = new()
    {
        Id = "p1",
        Span = Of("Members of the alliance agreed on Friday to reach defence spending of at least 2 percent of GDP by 2024"),
        Pledgers = ["e1"],
        BindsMembers = true,
        Action = Of("to reach defence spending of at least 2 percent of GDP by 2024"),
        Measure = Of("defence spending"),
        Comparison = Comparison.AtLeast,
        Target = 2,
        Unit = "percent-of-gdp",
        Deadline = new DateOnly(2024, 12, 31),
        Specific = 0.9,
    };

    public static Series Figures(string unit, params (string Country, int Year, decimal? Value)[] figures) => new()
    {
        Name = "figures",
        Measure = "military expenditure",
        Unit = unit,
        Source = "A ministry",
        Terms = "public domain",
        Retrieved = new DateOnly(2026, 5, 1),
        Sha256 = new string('0', 64),
        Figures = [.. figures.OrderBy(f => f.Country, StringComparer.Ordinal).ThenBy(f => f.Year).Select(f => new SeriesFigure(f.Country, f.Year, f.Value, false))],
    };

    public static TextSpan Of(string words) => SampleReadings.Of(Text, words);
}
