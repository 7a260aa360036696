namespace OnRecord.Language;

/// <summary>Every code that reaches a person. docs/reference/diagnostics.md has a section for each.</summary>
public static class DiagnosticCodes
{
    /// <summary>The file, folder or address is not there.</summary>
    public const string NotFound = "OR1001";

    /// <summary>The file cannot be opened or read.</summary>
    public const string Unreadable = "OR1002";

    /// <summary>The file has no text in it.</summary>
    public const string Empty = "OR1003";

    /// <summary>The file is not text.</summary>
    public const string Binary = "OR1004";

    /// <summary>The file is larger than a document may be.</summary>
    public const string TooLarge = "OR1005";

    /// <summary>The kind of file or address is not one that is read.</summary>
    public const string UnsupportedKind = "OR1006";

    /// <summary>No article was found in the page.</summary>
    public const string NoArticle = "OR2001";

    /// <summary>The page's markup is beyond the bounds that are read.</summary>
    public const string PageTooComplex = "OR2002";

    /// <summary>A model is missing.</summary>
    public const string ModelMissing = "OR3001";

    /// <summary>A model file is damaged or is not a model file.</summary>
    public const string ModelDamaged = "OR3002";

    /// <summary>A model file has another format version or feature set than this program.</summary>
    public const string ModelMismatch = "OR3003";

    /// <summary>A pipeline was built in an order that cannot work.</summary>
    public const string PipelineOrder = "OR4001";

    /// <summary>A stage failed on one document.</summary>
    public const string StageFailed = "OR4002";

    /// <summary>The ledger was written by a newer version of the program.</summary>
    public const string LedgerNewer = "OR5001";

    /// <summary>The ledger is being written by another process and did not come free in time.</summary>
    public const string LedgerBusy = "OR5002";

    /// <summary>The disk has no room for what was to be recorded.</summary>
    public const string LedgerDiskFull = "OR5003";

    /// <summary>The file is no ledger, or is damaged.</summary>
    public const string LedgerDamaged = "OR5004";

    /// <summary>The ledger's chain of entries does not hold.</summary>
    public const string ChainBroken = "OR5005";

    /// <summary>A span of the record does not slice to the words it claims.</summary>
    public const string SpanMismatch = "OR5006";

    /// <summary>The ledger file cannot be opened for writing.</summary>
    public const string LedgerReadOnly = "OR5007";

    /// <summary>The ledger file is not there.</summary>
    public const string LedgerMissing = "OR5008";

    /// <summary>Nothing in the ledger has that identifier.</summary>
    public const string NotInLedger = "OR5009";

    /// <summary>What was asked for could be more than one document of the ledger.</summary>
    public const string SeveralInLedger = "OR5010";

    /// <summary>The disk or network share failed under the ledger.</summary>
    public const string LedgerDiskFailed = "OR5011";

    /// <summary>A row of a table of facts is wrong.</summary>
    public const string KnowledgeWrong = "OR6001";

    /// <summary>What is to be changed about an entity cannot be: it is not there, or it would go round in a circle.</summary>
    public const string EntityChangeRefused = "OR6002";

    /// <summary>A file of figures has no table that can be read.</summary>
    public const string SeriesUnreadable = "OR6101";

    /// <summary>A file of figures names what is no country of the knowledge.</summary>
    public const string SeriesUnknownCountry = "OR6102";

    /// <summary>A cell of a file of figures is neither a figure nor a gap.</summary>
    public const string SeriesFigureWrong = "OR6103";

    /// <summary>Two rows give different figures for one country and year.</summary>
    public const string SeriesDoubled = "OR6104";

    /// <summary>The unit is none, or not the one the figures have.</summary>
    public const string SeriesUnitWrong = "OR6105";

    /// <summary>A figure is a formula without a result.</summary>
    public const string SeriesFormula = "OR6106";

    /// <summary>A file holds several measures, or not the one that was asked for.</summary>
    public const string SeriesMixed = "OR6107";

    /// <summary>Of figures it is not said what they measure, in which unit, or where they come from.</summary>
    public const string SeriesUndescribed = "OR6108";

    /// <summary>A series of that name stands already, or comes with the program.</summary>
    public const string SeriesTaken = "OR6109";

    /// <summary>There is no series of that name.</summary>
    public const string SeriesMissing = "OR6110";

    /// <summary>An address cannot be listened at.</summary>
    public const string CannotListen = "OR7001";

    /// <summary>An address can be reached from other machines, and nobody would have to sign in.</summary>
    public const string NoAdministrator = "OR7002";

    /// <summary>What pages are served with is not installed.</summary>
    public const string NoWebRuntime = "OR7003";

    /// <summary>An address was not fetched.</summary>
    public const string NotFetched = "OR7004";

    /// <summary>The server has as much to read as it takes at once.</summary>
    public const string LineFull = "OR7005";

    /// <summary>A user or a token cannot be changed so.</summary>
    public const string UserRefused = "OR7006";

    /// <summary>Somebody asked without having signed in.</summary>
    public const string NotSignedIn = "OR7007";

    /// <summary>Somebody asked for what the role does not allow.</summary>
    public const string NotAllowed = "OR7008";

    /// <summary>Somebody asked more often than the server answers.</summary>
    public const string TooManyRequests = "OR7009";

    /// <summary>A webhook cannot be made so.</summary>
    public const string WebhookRefused = "OR7010";

    /// <summary>A receiver did not take a delivery.</summary>
    public const string NotDelivered = "OR7011";

    /// <summary>A command was used wrongly.</summary>
    public const string Usage = "OR9001";

    /// <summary>The run was interrupted; what had been recorded before stays.</summary>
    public const string Interrupted = "OR9002";

    /// <summary>The output could not be written.</summary>
    public const string OutputFailed = "OR9003";
}
