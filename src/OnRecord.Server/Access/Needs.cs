using OnRecord.Ledger.Users;

namespace OnRecord.Server.Access;

/// <summary>
/// What a route asks of a caller, as metadata of the route. One that says nothing is for readers where it only reads, and for
/// reviewers where it may change something, so that what is forgotten is closed and not open.
/// </summary>
/// <param name="Role">The role; null for nobody in particular.</param>
internal sealed record Needs(Role? Role)
{
    /// <summary>Anybody, also who has not signed in.</summary>
    public static readonly Needs Nobody = new((Role?)null);

    public static readonly Needs Reader = new(Ledger.Users.Role.Reader);

    public static Needs Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Needs>()
        ?? (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? Reader : new Needs(Ledger.Users.Role.Reviewer));
}
