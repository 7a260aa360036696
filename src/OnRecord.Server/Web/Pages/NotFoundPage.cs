namespace OnRecord.Server.Web.Pages;

/// <summary>What is asked for is not there.</summary>
internal static class NotFoundPage
{
    public static Page Of(string what) => new()
    {
        Title = "Not found",
        Status = StatusCodes.Status404NotFound,
        Body = Html.Of($"""
            <h1>Not found</h1>
            <p>Nothing stands at <code>{what}</code>. It may be of another ledger, or the address was cut off.</p>
            <p><a href="/">To the overview</a> · <a href="/search">Search</a></p>
            """),
    };
}
