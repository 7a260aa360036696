using Microsoft.AspNetCore.WebUtilities;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Web;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Access;

/// <summary>The searches that each caller keeps. Whoever asks for one of another is told that there is none.</summary>
internal sealed class SearchShelf(ServerOptions options, AccessGate gate) : IDisposable
{
    private readonly Lock opening = new();
    private SavedSearches? searches;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/searches", context => Send(context, null));
        routes.MapPost("/searches", Save).WithMetadata(Needs.Reader);
        routes.MapGet("/searches/{id}", Follow);
        routes.MapPost("/searches/{id}/remove", Remove).WithMetadata(Needs.Reader);
    }

    /// <summary>The filter that a search was saved with.</summary>
    /// <exception cref="OnRecordException">OR9001: it is none.</exception>
    public static Filter FilterOf(string query) => Filter.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));

    public void Dispose() => searches?.Dispose();

    private Task Send(HttpContext context, OnRecordException? error) =>
        PageAnswer.Send(context, SearchesPage.Of(Opened(isNeeded: false)?.Of(Caller.Of(context).Name) ?? [], error), gate.Users is not null);

    private async Task Save(HttpContext context)
    {
        try
        {
            if (!context.Request.HasFormContentType) throw new OnRecordException(DiagnosticCodes.Usage, "The form came without its content. Save the search again.");
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            // Kept as the search page itself would write it, so that nothing but filters is.
            var address = FilterOf(form["query"].ToString()).On(Href.To("search")).ToString();
            var query = address.Contains('?', StringComparison.Ordinal) ? address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
            Opened(isNeeded: true)!.Save(Caller.Of(context).Name, form["name"].ToString().Trim(), query);
            Redirect(context, "/searches");
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            await Send(context, new OnRecordException(DiagnosticCodes.Usage, $"The form cannot be read: {error.Message.TrimEnd('.')}. Save the search again.", error));
        }
        catch (OnRecordException error)
        {
            await Send(context, error);
        }
    }

    private Task Follow(HttpContext context)
    {
        if (Opened(isNeeded: false)?.Find(Caller.Of(context).Name, IdOf(context)) is not { } search) return PageAnswer.Send(context, NotFoundPage.Of(context.Request.Path), gate.Users is not null);
        Redirect(context, FilterOf(search.Query).On(Href.To("search")).ToString());
        return Task.CompletedTask;
    }

    private Task Remove(HttpContext context)
    {
        if (Opened(isNeeded: false)?.Remove(Caller.Of(context).Name, IdOf(context)) != true) return PageAnswer.Send(context, NotFoundPage.Of(context.Request.Path), gate.Users is not null);
        Redirect(context, "/searches");
        return Task.CompletedTask;
    }

    // Looking at one's searches makes no file where nothing was ever saved.
    private SavedSearches? Opened(bool isNeeded)
    {
        lock (opening)
        {
            if (searches is null && (isNeeded || File.Exists(UserFile.PathOf(options.Ledger)))) searches = SavedSearches.Open(options.Ledger, options.Time);
            return searches;
        }
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
