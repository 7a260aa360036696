using System.Globalization;
using System.Text;
using OnRecord.Extract;

namespace OnRecord.Tests.Specs;

/// <summary>Writes times as the specifications show them.</summary>
internal static class TimeRendering
{
    public static DateOnly? Wednesday { get; } = new DateOnly(2019, 4, 3);

    public static string Times(string text, DateOnly? published) =>
        string.Join('\n', TimeExpressions.Find(text, new TimeSetting { Published = published }).Select(t => Line(text, t)));

    private static string Line(string text, Timex time)
    {
        var line = new StringBuilder();
        line.Append(time.Span.Slice(text).ReplaceLineEndings(" ¶ ")).Append(" = ").Append(time.Type.ToString().ToUpperInvariant()).Append(' ').Append(time.Value);
        if (time.Zone is not null) line.Append(" zone ").Append(time.Zone);
        if (time.Bound != TimeBound.None) line.Append(", ").Append(time.Bound.ToString().ToLowerInvariant());
        if (time.Modifier != TimexModifier.None) line.Append(", ").Append(time.Modifier);
        if (time.Deadline is { } deadline) line.Append(CultureInfo.InvariantCulture, $", deadline {deadline:yyyy-MM-dd}");
        if (time is { Type: TimexType.Duration, Begins: { } begins, Ends: { } ends }) line.Append(CultureInfo.InvariantCulture, $", from {begins:yyyy-MM-dd} until {ends:yyyy-MM-dd}");
        if (time is { Type: TimexType.Duration, Offset: { } away }) line.Append(", offset ").Append(away);
        if (time.Unresolved is not null) line.Append(", why: ").Append(time.Unresolved);
        if (time.Unresolved is not null && time.Offset is not null) line.Append(", offset ").Append(time.Offset);
        if (time.Readings.Count > 0) line.Append(", either ").AppendJoin(" or ", time.Readings);
        return line.ToString();
    }
}
