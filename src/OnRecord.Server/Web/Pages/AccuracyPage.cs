namespace OnRecord.Server.Web.Pages;

/// <summary>How good the machine's reading is, in plain words and in the measured tables of the model card.</summary>
internal static class AccuracyPage
{
    private static readonly Html Card = Markdown.ToHtml(Read());

    public static Task<Page> Get(PageRequest request) => Task.FromResult(new Page
    {
        Title = "How accurate is this",
        Body = Html.Of($"""
            <h1>How accurate is this</h1>
            <div class="prose">
            <p>Every entry of this record was found by a machine. It reads a text as a hurried reader does: mostly right, now and then wrong, and without knowing which. So each entry says how sure the machine is, shows the words it was read from, and leads to them in the archived source.</p>
            <ul>
            <li>A quotation in quotation marks is found and given to the right person far more often than a report in the writer’s own words.</li>
            <li>Where the speaker could be two people, or none is named, the entry says so and names nobody.</li>
            <li>Two people who mark the same article by hand do not agree on everything either: on whole statements they agree about two times in three.</li>
            </ul>
            <p>The tables below are measured on articles that the machine had not seen. They are the model card’s, unabridged.</p>
            {Card}
            </div>
            """),
    });

    private static string Read()
    {
        using var reader = new StreamReader(typeof(AccuracyPage).Assembly.GetManifestResourceStream("model-card.md")!);
        return reader.ReadToEnd();
    }
}
