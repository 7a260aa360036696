using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>Reads the rows of treaties and their parties.</summary>
internal static class TreatyRows
{
    /// <exception cref="OnRecordException">OR6001: a day or a party is wrong.</exception>
    public static Treaty Read(FactRow row) => new()
    {
        Key = row.Required("key"),
        Kind = row.Required("kind"),
        Signed = row.Day("signed"),
        InForce = row.Day("in-force"),
        Ended = row.Day("ended"),
        Provision = row.Required("provision"),
        Figures = row.List("figures"),
        Parties = Parties(row),
    };

    /// <summary>Adds a party that stands in a table of its own.</summary>
    public static void AddParty(Dictionary<string, Treaty> treaties, FactRow row)
    {
        var treaty = treaties.GetValueOrDefault(row.Required("treaty")) ?? throw row.Wrong($"names the treaty '{row["treaty"]}', which no table has");
        treaties[treaty.Key] = new Treaty
        {
            Key = treaty.Key,
            Kind = treaty.Kind,
            Signed = treaty.Signed,
            InForce = treaty.InForce,
            Ended = treaty.Ended,
            Provision = treaty.Provision,
            Figures = treaty.Figures,
            Parties = [.. treaty.Parties, new TreatyParty(row.Required("party"), row.Day("since"), row.Day("withdrew"), false)],
        };
    }

    // "UN except IND PRK:2003-04-10": codes of states, keys of organisations, the day of withdrawal after a colon.
    private static List<TreatyParty> Parties(FactRow row)
    {
        var parties = new List<TreatyParty>();
        var isExcepted = false;
        foreach (var word in row["parties"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "except")
            {
                isExcepted = true;
                continue;
            }
            var isOrganisation = word.StartsWith("org:", StringComparison.Ordinal);
            var cut = isOrganisation ? -1 : word.IndexOf(':', StringComparison.Ordinal);
            var code = cut < 0 ? word : word[..cut];
            PartialDay? withdrew;
            try
            {
                withdrew = cut < 0 ? null : PartialDay.Read(word.AsSpan(cut + 1));
            }
            catch (FormatException error)
            {
                throw row.Wrong($"is wrong in 'parties': {error.Message}");
            }
            // One that withdrew was a party before.
            parties.Add(new TreatyParty(isOrganisation ? word : code == "UN" ? "org:un" : "state:" + code, null, withdrew, isExcepted && withdrew is null));
        }
        return parties;
    }
}
