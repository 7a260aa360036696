using OnRecord.Language;

namespace OnRecord.Server.Web.Pages;

/// <summary>Something cannot be answered: the code, what happened, what to do.</summary>
internal static class ErrorPage
{
    public static Page Of(OnRecordException error) => new()
    {
        Title = error.Code,
        Status = Errors.StatusOf(error.Code),
        Body = Html.Of($"""
            <h1>That cannot be answered</h1>
            <p class="error" role="alert"><strong>{error.Code}</strong> {error.Message}</p>
            <p><a href="/">To the overview</a></p>
            """),
    };
}
