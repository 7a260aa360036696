namespace OnRecord.Server.Web;

/// <summary>The way to the next page of a list that is read from the newest back.</summary>
internal static class Pager
{
    /// <summary>Links to what comes after, and back to the beginning.</summary>
    /// <param name="first">The address of the list.</param>
    /// <param name="isFirst">Whether this is its beginning.</param>
    /// <param name="next">The cursor of what comes after; null at the end.</param>
    public static Html Of(Href first, bool isFirst, long? next) => isFirst && next is null ? default : Html.Of($"""
        <nav class="pager" aria-label="Pages">
        {Html.If(!isFirst, () => Html.Of($"""<a href="{first}">← Newest</a>"""))}
        {Html.If(next is not null, () => Html.Of($"""<a rel="next" href="{first.With("before", next)}">Older →</a>"""))}
        </nav>
        """);
}
