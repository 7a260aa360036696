namespace OnRecord.Server.Web;

/// <summary>Counts as bars that are seen at a glance: each line a link, a number, and a bar of its share of the largest.</summary>
internal static class BarList
{
    public static Html Of(IEnumerable<Bar> bars)
    {
        var all = bars.ToList();
        var largest = Math.Max(1, all.Count == 0 ? 1 : all.Max(bar => bar.Count));
        return Html.Of($"""
            <ul class="bars">{Html.Each(all, bar => Html.Of($"""
            <li><a href="{bar.To}">{bar.Label}</a> <span class="count">{bar.Count}</span><svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="{100.0 * bar.Count / largest:0.0}" height="2"/></svg></li>
            """))}</ul>
            """);
    }
}
