using OnRecord.Knowledge;

namespace OnRecord.Lab.Build;

/// <summary>Members of organisations without days of joining, and the parties of the Paris Agreement.</summary>
internal static class Memberships
{
    // The source's short names of those organisations that are kept, with their keys.
    private static readonly (string Id, string Key)[] Kept =
    [
        ("UN", "un"), ("IMF", "imf"), ("IBRD", "world-bank"), ("WTO", "wto"), ("WHO", "who"), ("IAEA", "iaea"), ("OPCW", "opcw"), ("ICCT", "icc"), ("UNESCO", "unesco"), ("FAO", "fao"), ("ILO", "ilo"), ("ICAO", "icao"), ("IMO", "imo"), ("IOM", "iom"), ("ITU", "itu"),
        ("UPU", "upu"), ("WIPO", "wipo"), ("WMO", "wmo"), ("IFAD", "ifad"), ("INTERPOL", "interpol"), ("OSCE", "osce"), ("CE", "coe"), ("OECD", "oecd"), ("AU", "au"), ("SADC", "sadc"), ("IGAD", "igad"), ("COMESA", "comesa"), ("LAS", "arab-league"), ("OIC", "oic"), ("APEC", "apec"),
        ("CIS", "cis"), ("OAS", "oas"), ("CELAC", "celac"), ("UNASUR", "unasur"), ("CARICOM", "caricom"), ("CAN", "andean"), ("PIF", "pif"), ("C", "commonwealth"), ("OIF", "francophonie"), ("NAM", "nam"), ("G-77", "g77"), ("ADB", "adb"), ("AFDB", "afdb"), ("IADB", "iadb"), ("EBRD", "ebrd"),
        ("BIS", "bis"), ("IEA", "iea"), ("FATF", "fatf"), ("NSG", "nsg"), ("EIB", "eib"), ("PCA", "pca"),
    ];

    public static void Write(FactsFolder facts, string folder, Dictionary<string, string> states)
    {
        var kept = Kept.ToDictionary(k => k.Id, k => "org:" + k.Key, StringComparer.Ordinal);
        var rows = new List<string[]>();
        foreach (var row in CommaSeparated.Read(facts.Text("organisation-members.csv.gz")))
        {
            if (kept.TryGetValue(row["org_id"], out var organisation) && row["org_member"] == "member" && states.ContainsKey("state:" + row["ISO_3166_3"])) rows.Add([organisation, "state:" + row["ISO_3166_3"]]);
        }
        FactWriter.Write(Path.Combine(folder, "members.tsv"), "Members of organisations whose days of joining are not known: as of about 2015.", "Memberships of international organisations after the CIA World Factbook (orgmembership data)", "MIT", ["organisation", "member"], rows);
        var parties = CommaSeparated.Read(facts.Text("paris-agreement.csv"))
            .Where(r => r["Ratification"].Length == 10 && states.ContainsKey("state:" + r["Code"]))
            .Select(r => (string[])["treaty:paris", "state:" + r["Code"], r["Date-Of-Effect"], ""]);
        FactWriter.Write(Path.Combine(folder, "parties.tsv"), "Parties to the Paris Agreement, with the day it took effect for them.", "Paris Agreement ratifications of the Datahub, after the United Nations", "CC0", ["treaty", "party", "since", "withdrew"], parties);
    }
}
