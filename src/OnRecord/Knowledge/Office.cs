namespace OnRecord.Knowledge;

/// <summary>An office that persons hold one after the other, or several at a time.</summary>
/// <param name="Key">The key: <c>office:RUS/president</c>.</param>
/// <param name="Title">The title in full: "President of Russia".</param>
/// <param name="Of">The key of the state, organisation or institution whose office it is.</param>
/// <param name="Kind">What it is: <c>president</c>, <c>foreign-minister</c>, <c>secretary-general</c> …</param>
/// <param name="IsSole">Whether one person at a time holds it.</param>
internal sealed record Office(string Key, string Title, string Of, string Kind, bool IsSole);
