namespace OnRecord.Lab.Build;

/// <summary>What one source says of one person in one office.</summary>
/// <param name="Iso">The state.</param>
/// <param name="Slot">The office within the state.</param>
/// <param name="Title">The office's title.</param>
/// <param name="Name">The person.</param>
/// <param name="From">A day, month or year.</param>
/// <param name="Until">A day, month or year; empty where the source has no end.</param>
/// <param name="AsOf">Where there is no end: the day, month or year of which the source speaks.</param>
/// <param name="IsActing">Whether it was held for the time being.</param>
/// <param name="Rank">The lower, the more exact the source.</param>
internal sealed record HolderDraft(string Iso, string Slot, string Title, string Name, string From, string Until, string AsOf, bool IsActing, int Rank);
