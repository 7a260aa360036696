using Microsoft.AspNetCore.WebUtilities;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Web;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Access;

/// <summary>The searches that each caller keeps. Whoever asks for one of another is told that there is none.</summary>
internal sealed class SearchShelf(Belongings belongings, AccessGate gate)
{
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

    /// <summary>The searches of a user.</summary>
    public IReadOnlyList<SavedSearch> Of(string user) => belongings.IsThere ? belongings.Searches.Of(user) : [];

    /// <summary>Keeps a search for a user, as the search page itself would write it, so that nothing but filters is kept.</summary>
    /// <exception cref="OnRecordException">OR7006: it has no name, or the user keeps enough. OR9001: it is no search.</exception>
    public SavedSearch Save(string user, string name, string query)
    {
        var address = FilterOf(query).On(Href.To("search")).ToString();
        return belongings.Searches.Save(user, name, address.Contains('?', StringComparison.Ordinal) ? address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..] : "");
    }

    /// <summary>Lets go of a search of a user, and of its webhooks.</summary>
    /// <returns>Whether that user kept one of that identifier.</returns>
    public bool Remove(string user, string id) => belongings.IsThere && belongings.Searches.Remove(user, id);

    private Task Send(HttpContext context, OnRecordException? error) => PageAnswer.Send(context, SearchesPage.Of(Of(Caller.Of(context).Name), error), gate.Users is not null);

    private async Task Save(HttpContext context)
    {
        try
        {
            if (!context.Request.HasFormContentType) throw new OnRecordException(DiagnosticCodes.Usage, "The form came without its content. Save the search again.");
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            Save(Caller.Of(context).Name, form["name"].ToString().Trim(), form["query"].ToString());
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
        if (!belongings.IsThere || belongings.Searches.Find(Caller.Of(context).Name, IdOf(context)) is not { } search) return PageAnswer.Send(context, NotFoundPage.Of(context.Request.Path), gate.Users is not null);
        Redirect(context, FilterOf(search.Query).On(Href.To("search")).ToString());
        return Task.CompletedTask;
    }

    private Task Remove(HttpContext context)
    {
        if (!Remove(Caller.Of(context).Name, IdOf(context))) return PageAnswer.Send(context, NotFoundPage.Of(context.Request.Path), gate.Users is not null);
        Redirect(context, "/searches");
        return Task.CompletedTask;
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
