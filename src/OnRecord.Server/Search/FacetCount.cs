namespace OnRecord.Server.Search;

/// <summary>How many of the statements counted have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many have it.</param>
internal sealed record FacetCount<T>(T Value, int Count);
