namespace OnRecord.Server.Web;

/// <summary>One line of a list with bars.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Count">How many.</param>
/// <param name="To">Where it leads.</param>
internal readonly record struct Bar(string Label, int Count, Href To);
