namespace OnRecord;

/// <summary>A document, or a part of one, that could not be read. It is recorded and the run goes on.</summary>
/// <param name="Path">The document.</param>
/// <param name="Code">One of <see cref="Language.DiagnosticCodes"/>.</param>
/// <param name="Message">What happened, the value, where, and what to do; never text of the article.</param>
public sealed record Failure(string Path, string Code, string Message);
