namespace OnRecord.Language;

/// <summary>
/// An error a person can act on: its code stands in docs/reference/diagnostics.md, its message says what happened, with
/// the value and the place, and then what to do.
/// </summary>
public sealed class OnRecordException : Exception
{
    /// <summary>An error with its code.</summary>
    /// <param name="code">One of <see cref="DiagnosticCodes"/>.</param>
    /// <param name="message">What happened, the value, where, and what to do.</param>
    /// <param name="inner">What it came from, where there was something.</param>
    public OnRecordException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>The code, <c>OR</c> and four digits.</summary>
    public string Code { get; }
}
