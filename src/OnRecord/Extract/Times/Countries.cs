namespace OnRecord.Extract.Times;

/// <summary>What countries do differently with dates.</summary>
internal static class Countries
{
    /// <summary>Whether 03/04 is the third of April. The month stands first in the United States and a few places that follow it.</summary>
    public static bool PutsDayFirst(string country) => country is not ("US" or "PH" or "FM" or "MH" or "PW" or "PR" or "GU");

    /// <summary>The country of an outlet by the end of its host's name; null where the name tells none.</summary>
    public static string? OfHost(string? host)
    {
        if (host is null) return null;
        var end = host[(host.LastIndexOf('.') + 1)..];
        return end switch
        {
            "gov" or "mil" => "US",
            "uk" => "GB",
            // Sold to anybody, or shared.
            "eu" or "io" or "tv" or "co" or "me" or "ai" or "fm" or "ly" or "cc" or "to" or "gg" => null,
            _ => end.Length == 2 && char.IsAsciiLetter(end[0]) && char.IsAsciiLetter(end[1]) ? end.ToUpperInvariant() : null,
        };
    }

    /// <summary>The month in which the government's fiscal year begins; it is named after the year it ends in.</summary>
    public static int FiscalYearStart(string? country) => country switch
    {
        "US" or "TH" or "HT" => 10,
        "GB" or "IN" or "JP" or "CA" or "ZA" or "HK" or "SG" or "NZ" => 4,
        "AU" or "PK" or "EG" or "BD" or "KE" => 7,
        _ => 1,
    };
}
