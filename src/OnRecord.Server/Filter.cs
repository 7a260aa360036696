using System.Globalization;
using OnRecord.Formats;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Server.Web;

namespace OnRecord.Server;

/// <summary>The filters of a search, as an address has them: the same for the page, the API, feeds and exports.</summary>
internal sealed class Filter
{
    public const int LongestText = 500;

    private Filter(StatementQuery query) => Query = query;

    public StatementQuery Query { get; }

    public bool IsEmpty => Query is { Text: null, Speaker: null, SpokenBy: null, Publisher: null, Kind: null, Since: null, Until: null, IsResolved: null, State: null };

    /// <summary>Reads <c>q</c>, <c>speaker</c>, <c>actor</c>, <c>outlet</c>, <c>kind</c>, <c>resolved</c>, <c>state</c>, <c>since</c> and <c>until</c>.</summary>
    /// <exception cref="OnRecordException">OR9001: a value is none that the filter takes.</exception>
    public static Filter Of(IQueryCollection parameters) => new(new StatementQuery
    {
        Text = Text(parameters, "q"),
        Speaker = Text(parameters, "speaker"),
        SpokenBy = Text(parameters, "actor"),
        Publisher = Text(parameters, "outlet"),
        Kind = Text(parameters, "kind") switch
        {
            null => null,
            "direct" => AttributionKind.Direct,
            "indirect" => AttributionKind.Indirect,
            "mixed" => AttributionKind.Mixed,
            var other => throw Refused("kind", other, "direct, indirect or mixed"),
        },
        IsResolved = Text(parameters, "resolved") switch
        {
            null => null,
            "yes" => true,
            "no" => false,
            var other => throw Refused("resolved", other, "yes or no"),
        },
        State = Text(parameters, "state") switch
        {
            null => null,
            "machine" => ReviewState.Machine,
            "confirmed" => ReviewState.Confirmed,
            "corrected" => ReviewState.Corrected,
            "rejected" => ReviewState.Rejected,
            var other => throw Refused("state", other, "machine, confirmed, corrected or rejected"),
        },
        Since = Day(parameters, "since"),
        Until = Day(parameters, "until"),
    });

    /// <summary>The address with every filter that is set.</summary>
    public Href On(Href link) => link
        .With("q", Query.Text).With("speaker", Query.Speaker).With("actor", Query.SpokenBy).With("outlet", Query.Publisher)
        .With("kind", Query.Kind is { } kind ? Wording.Of(kind) : null)
        .With("resolved", Query.IsResolved switch { true => "yes", false => "no", null => null })
        .With("state", Query.State is { } state ? StateView.WordOf(state) : null)
        .With("since", Query.Since is { } since ? Wording.Of(since) : null)
        .With("until", Query.Until is { } until ? Wording.Of(until) : null);

    /// <summary>The filter without one of <c>actor</c>, <c>outlet</c>, <c>resolved</c> and <c>state</c>.</summary>
    public Filter Without(string name) => new(new StatementQuery
    {
        Text = Query.Text,
        Speaker = Query.Speaker,
        SpokenBy = name == "actor" ? null : Query.SpokenBy,
        Publisher = name == "outlet" ? null : Query.Publisher,
        Kind = Query.Kind,
        IsResolved = name == "resolved" ? null : Query.IsResolved,
        State = name == "state" ? null : Query.State,
        Since = Query.Since,
        Until = Query.Until,
    });

    /// <summary>A whole number of at least 1, such as a cursor; null where it is not given.</summary>
    /// <exception cref="OnRecordException">OR9001: it is none.</exception>
    public static long? Number(IQueryCollection parameters, string name) => Text(parameters, name) is not { } written ? null
        : long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Refused(name, written, "a whole number of at least 1");

    /// <summary>How pledges are to stand, out of <c>status</c>; null for all.</summary>
    /// <exception cref="OnRecordException">OR9001: it is no such word.</exception>
    public static PledgeStatus? Status(IQueryCollection parameters) => Text(parameters, "status") is not { } word ? null
        : Enum.GetValues<PledgeStatus>().Cast<PledgeStatus?>().FirstOrDefault(status => Wording.Of(status!.Value) == word) ?? throw Refused("status", word, "pending, due, undated or withdrawn");

    private static DateOnly? Day(IQueryCollection parameters, string name) => Text(parameters, name) is not { } written ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Refused(name, written, "a day as YYYY-MM-DD");

    /// <summary>A parameter without the space around it; null where it is not given.</summary>
    /// <exception cref="OnRecordException">OR9001: it is given twice, or is too long.</exception>
    public static string? Text(IQueryCollection parameters, string name)
    {
        var values = parameters[name];
        if (values.Count > 1) throw new OnRecordException(DiagnosticCodes.Usage, $"'{name}' is given {values.Count.ToString(CultureInfo.InvariantCulture)} times. Give it once.");
        var text = values.ToString().Trim();
        if (text.Length > LongestText) throw new OnRecordException(DiagnosticCodes.Usage, $"'{name}' is longer than {LongestText} characters. Give less.");
        return text.Length == 0 ? null : text;
    }

    public static OnRecordException Refused(string name, string written, string wanted) =>
        new(DiagnosticCodes.Usage, $"'{name}' takes {wanted}, and '{written}' is none.");
}
