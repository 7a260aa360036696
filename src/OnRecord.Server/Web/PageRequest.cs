using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>What a page is asked for, and where it finds the answer.</summary>
internal sealed class PageRequest(HttpContext context, Record record, TallyKeeper tally)
{
    public HttpContext Context => context;

    public CancellationToken Aborted => context.RequestAborted;

    public IQueryCollection Parameters => context.Request.Query;

    /// <summary>A segment of the path, unescaped.</summary>
    public string Segment(string name) => (string)context.Request.RouteValues[name]!;

    /// <exception cref="Language.OnRecordException">OR9001: it is no number.</exception>
    public long? Number(string name) => Filter.Number(Parameters, name);

    public Task<T> Ask<T>(Func<LedgerReader, T> question) => record.Ask(question, Aborted);

    public Task<Tally> Tally() => tally.Current(Aborted);
}
