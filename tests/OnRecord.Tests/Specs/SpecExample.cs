namespace OnRecord.Tests.Specs;

/// <summary>One fenced example of a specification: a text, and what is to be seen in it.</summary>
/// <param name="Name">The headings above it and its number below the last: "Quotations / Nested / 2".</param>
/// <param name="Kind">The word after the fence, which says what is looked at.</param>
/// <param name="Text">The lines above the last line <c>---</c>.</param>
/// <param name="Expected">The lines below it.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
internal sealed record SpecExample(string Name, string Kind, string Text, string Expected, int Line);
