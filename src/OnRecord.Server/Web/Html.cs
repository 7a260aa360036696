namespace OnRecord.Server.Web;

/// <summary>Markup that is safe to send. It is made by templates, which encode every value, and by nothing else.</summary>
internal readonly struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    public bool IsEmpty => string.IsNullOrEmpty(markup);

    /// <summary>Markup from a template: <c>Html.Of($"&lt;p&gt;{words}&lt;/p&gt;")</c>. Attributes stand in double quotation marks.</summary>
    public static Html Of(HtmlTemplate template) => new(template.ToMarkup());

    /// <summary>The template's markup where the condition holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : default;

    /// <summary>One piece of markup for each value.</summary>
    public static Html Each<T>(IEnumerable<T> values, Func<T, Html> markup) => new(string.Concat(values.Select(value => markup(value).ToString())));

    public override string ToString() => markup ?? "";
}
