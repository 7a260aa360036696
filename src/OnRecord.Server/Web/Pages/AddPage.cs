namespace OnRecord.Server.Web.Pages;

/// <summary>Where an article is given to be read.</summary>
internal static class AddPage
{
    public static Task<Page> Get(PageRequest request) => Task.FromResult(Of(null));

    /// <summary>The form, with what was wrong with it before.</summary>
    public static Page Of(Language.OnRecordException? error) => new()
    {
        Title = "Add an article",
        Status = error is null ? StatusCodes.Status200OK : Errors.StatusOf(error.Code),
        Body = Html.Of($"""
            <h1>Add an article</h1>
            {Html.If(error is not null, () => Html.Of($"""<p class="note error" role="alert"><strong>{error!.Code}</strong> {error.Message}</p>"""))}
            <form class="add" method="post" action="/add" enctype="multipart/form-data">
            <fieldset><legend>Paste its text</legend>
            <label for="text">The whole text, with its headline first</label><textarea id="text" name="text" rows="12"></textarea></fieldset>
            <fieldset><legend>Or choose a file</legend>
            <label for="file">A text or a saved page, up to 8 MB</label><input id="file" type="file" name="file" accept=".txt,.text,.html,.htm,.xhtml"></fieldset>
            <fieldset><legend>Or give its address</legend>
            <label for="address">On the public web; it is fetched once and kept</label><input id="address" type="url" name="address" placeholder="https://" maxlength="2000"></fieldset>
            <fieldset><legend>Published</legend>
            <label for="published">The day, where you know it; without one, “on Monday” stays open</label><input id="published" type="date" name="published"></fieldset>
            <p><button>Read it</button></p>
            </form>
            """),
    };
}
