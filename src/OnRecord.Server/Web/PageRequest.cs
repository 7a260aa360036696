using Microsoft.AspNetCore.Http.Features;
using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web;

/// <summary>What a page is asked for, and where it finds the answer.</summary>
internal sealed class PageRequest(HttpContext context, Record record, CatalogueKeeper catalogue)
{
    // So many are joined in about a second.
    private const int MostJoinedOnTheWay = 500;

    public HttpContext Context => context;

    public CancellationToken Aborted => context.RequestAborted;

    public IQueryCollection Parameters => context.Request.Query;

    /// <summary>
    /// The last segment of the path, unescaped. It is taken from the line that was sent: routing leaves an escaped slash
    /// escaped, and a name may have one.
    /// </summary>
    public string LastSegment()
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.AsSpan(0, target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? query : target.Length);
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <exception cref="Language.OnRecordException">OR9001: it is no number.</exception>
    public long? Number(string name) => Filter.Number(Parameters, name);

    /// <summary>A parameter's words; null where it is not given.</summary>
    /// <exception cref="Language.OnRecordException">OR9001: it is given twice, or is too long.</exception>
    public string? Words(string name) => Filter.Text(Parameters, name);

    /// <summary>The day it is, in UTC.</summary>
    public DateOnly Today => record.Today;

    /// <summary>Pledges, disputes and claims; null where joining them takes longer than a person waits.</summary>
    public Task<RecordedThreads?> Threads() => record.Threads.Current(Freshness.HeadOf(context), Aborted);

    /// <summary>The same for a page that is about something else: a large ledger's are shown once somebody has asked for them.</summary>
    public async Task<RecordedThreads?> ThreadsAtHand(Catalogue catalogue) => catalogue.Documents <= MostJoinedOnTheWay ? await Threads() : record.Threads.Known;

    /// <summary>What is known of the world, with what this ledger adds to it.</summary>
    public Task<WorldKnowledge> Knowledge() => Ask(record.Knowledge);

    public Task<T> Ask<T>(Func<LedgerReader, T> question) => record.Ask(question, Aborted);

    /// <summary>What the ledger says in numbers. An answer made of one that is not of the last entry is not kept.</summary>
    public async Task<Catalogue> Catalogue()
    {
        var counted = await catalogue.Current(Aborted);
        if (counted.Head < Freshness.HeadOf(context)) Freshness.Untag(context);
        return counted;
    }
}
