namespace OnRecord.Knowledge;

/// <summary>A party to a treaty, or a whole organisation's members.</summary>
/// <param name="Key">The key of a state, or of an organisation all of whose members are parties.</param>
/// <param name="Since">Since when; null for since the treaty is in force.</param>
/// <param name="Withdrew">The day of withdrawal; null for none.</param>
/// <param name="IsExcepted">Whether it is the one member of the organisation listed that is no party.</param>
internal sealed record TreatyParty(string Key, PartialDay? Since, PartialDay? Withdrew, bool IsExcepted);
