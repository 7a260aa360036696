namespace OnRecord.Cli.Tables;

/// <summary>Several parties in one cell.</summary>
internal static class Parties
{
    public static string Of(IEnumerable<Party> parties) => string.Join("; ", parties.Select(party => party.Name));
}
