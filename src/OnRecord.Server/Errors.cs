using OnRecord.Language;

namespace OnRecord.Server;

/// <summary>Which status of HTTP a diagnostic code is answered with.</summary>
internal static class Errors
{
    public static int StatusOf(string code) => code switch
    {
        DiagnosticCodes.Usage or DiagnosticCodes.UserRefused => StatusCodes.Status400BadRequest,
        DiagnosticCodes.NotSignedIn => StatusCodes.Status401Unauthorized,
        DiagnosticCodes.NotAllowed => StatusCodes.Status403Forbidden,
        DiagnosticCodes.TooManyRequests => StatusCodes.Status429TooManyRequests,
        DiagnosticCodes.NotInLedger => StatusCodes.Status404NotFound,
        DiagnosticCodes.TooLarge => StatusCodes.Status413PayloadTooLarge,
        DiagnosticCodes.Empty or DiagnosticCodes.Binary or DiagnosticCodes.UnsupportedKind or DiagnosticCodes.NoArticle or DiagnosticCodes.PageTooComplex => StatusCodes.Status422UnprocessableEntity,
        DiagnosticCodes.NotFetched or DiagnosticCodes.WebhookRefused => StatusCodes.Status422UnprocessableEntity,
        DiagnosticCodes.LedgerBusy or DiagnosticCodes.LineFull => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
