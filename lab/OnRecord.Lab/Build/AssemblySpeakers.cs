namespace OnRecord.Lab.Build;

/// <summary>
/// Who spoke for a state in the general debate of the United Nations, with post and year. A post is attested for the
/// September of its year; between two years that attest it to one person, with nobody else between, it is held throughout.
/// </summary>
internal static class AssemblySpeakers
{
    public static IEnumerable<HolderDraft> Read(FactsFolder facts)
    {
        var rows = new List<(string Iso, string Slot, string Title, string Name, int Year)>();
        foreach (var line in facts.Text("un-speakers.tsv.gz").Split('\n').Skip(1))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 6 || cells[2].Length != 3 || cells[4].Length < 5 || !int.TryParse(cells[0], out var year)) continue;
            if (OfficeTitle.Of(cells[5]) is not { } office || cells[4].Split(' ').Length is < 2 or > 5) continue;
            rows.Add((cells[2], office.Slot, office.Title, PersonName.Plain(cells[4]), year));
        }
        foreach (var office in rows.GroupBy(r => (r.Iso, r.Slot)))
        {
            HolderDraft? open = null;
            foreach (var row in office.OrderBy(r => r.Year))
            {
                var attested = FormattableString.Invariant($"{row.Year}-09");
                if (open is not null && PersonName.Ends(open.Name) == PersonName.Ends(row.Name) && row.Year - int.Parse(open.AsOf[..4], System.Globalization.CultureInfo.InvariantCulture) <= 4)
                {
                    open = open with { AsOf = attested };
                    continue;
                }
                if (open is not null) yield return open;
                open = new HolderDraft(row.Iso, row.Slot, row.Title, row.Name, attested, "", attested, false, 3);
            }
            if (open is not null) yield return open;
        }
    }
}
