using System.Globalization;
using System.Text;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Evaluate;

/// <summary>Scores pledges and allegations against the passages annotated for this project: what of each frame is right.</summary>
internal sealed class FrameScores(Pipeline pipeline, TextWriter? errors)
{
    /// <summary>The day on which every annotated passage is said to be published.</summary>
    private static readonly DateOnly Published = new(2031, 3, 12);

    /// <summary>Whether a pledge is found where there is one and none where there is none; who pledges, what, and by when.</summary>
    public List<Metric> Pledges(string path)
    {
        int gold = 0, found = 0, spurious = 0, none = 0, pledger = 0, target = 0, deadline = 0;
        foreach (var line in Lines(path))
        {
            var fields = line.Split('\t');
            var reading = Read(fields[0]);
            var own = reading.Pledges.Count > 0 ? reading.Pledges[0] : null;
            if (fields[1] == "none")
            {
                none++;
                if (own is null) continue;
                spurious++;
                errors?.WriteLine($"no pledge: {fields[0]}\n    read as: {own.Action.Slice(fields[0])}");
                continue;
            }
            gold++;
            if (own is null)
            {
                errors?.WriteLine($"missed: {fields[0]}");
                continue;
            }
            found++;
            var isPledger = own.PledgerWords is { } words && IsSame(words.Slice(fields[0]), fields[1]) || own.Pledgers.Any(p => IsSame(reading.Entities.First(e => e.Id == p).Name, fields[1]));
            var (value, unit) = (fields[2] == "-" ? (decimal?)null : decimal.Parse(fields[2], CultureInfo.InvariantCulture), fields[3] == "-" ? null : fields[3]);
            var isTarget = own.Target == value && own.Unit == unit || value is null && own.Target is not null && own.Unit == unit;
            var isDeadline = (own.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-") == fields[4];
            (pledger, target, deadline) = (pledger + (isPledger ? 1 : 0), target + (isTarget ? 1 : 0), deadline + (isDeadline ? 1 : 0));
            if (isPledger && isTarget && isDeadline) continue;
            errors?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrong{(isPledger ? "" : " pledger")}{(isTarget ? "" : " target")}{(isDeadline ? "" : " deadline")}: {fields[0]}\n    own: {own.PledgerWords?.Slice(fields[0])} | {own.Target} {own.Unit} | {own.Deadline:yyyy-MM-dd} {string.Join(", ", own.Gaps)}"));
        }
        return
        [
            new Metric("pledge-frames", "found", (double)found / gold, gold),
            new Metric("pledge-frames", "precision", (double)found / (found + spurious), found + spurious),
            new Metric("pledge-frames", "pledger", (double)pledger / gold, gold),
            new Metric("pledge-frames", "target-with-unit", (double)target / gold, gold),
            new Metric("pledge-frames", "deadline", (double)deadline / gold, gold),
        ];
    }

    /// <summary>Who charges or answers, against whom, with what stance, and what is answered.</summary>
    public List<Metric> Allegations(string path)
    {
        int gold = 0, matched = 0, predicted = 0, by = 0, against = 0, reply = 0, whole = 0;
        foreach (var passage in File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (passage[0] == '#') continue;
            var lines = passage.Split('\n');
            var text = lines[0];
            var reading = Read(text);
            predicted += reading.Allegations.Count;
            var partners = new Allegation?[lines.Length];
            for (var i = 1; i < lines.Length; i++)
            {
                gold++;
                var fields = lines[i].Split('|', StringSplitOptions.TrimEntries);
                var own = reading.Allegations.FirstOrDefault(g => !partners.Contains(g) && g.Stance.ToString().Equals(fields[0], StringComparison.OrdinalIgnoreCase));
                partners[i] = own;
                if (own is null)
                {
                    errors?.WriteLine($"missed: {lines[i]}: {text}");
                    continue;
                }
                matched++;
                var isBy = IsRight(reading, text, own.By, own.ByWords, fields[1]);
                var isAgainst = IsRight(reading, text, own.Against, own.AgainstWords, fields[2]);
                var isReply = own.RepliesTo == (fields[3] == "-" ? null : partners[int.Parse(fields[3], CultureInfo.InvariantCulture)]?.Id ?? "?");
                (by, against, reply, whole) = (by + (isBy ? 1 : 0), against + (isAgainst ? 1 : 0), reply + (isReply ? 1 : 0), whole + (isBy && isAgainst && isReply ? 1 : 0));
                if (!isBy || !isAgainst || !isReply) errors?.WriteLine($"wrong{(isBy ? "" : " by")}{(isAgainst ? "" : " against")}{(isReply ? "" : " reply")}: {lines[i]}: {text}\n    own: {own.ByWords?.Slice(text)} | {own.AgainstWords?.Slice(text)} | {own.RepliesTo}");
            }
            foreach (var own in reading.Allegations.Where(g => !partners.Contains(g))) errors?.WriteLine($"too many: {own.Stance} {own.ByWords?.Slice(text)} | {own.AgainstWords?.Slice(text)}: {text}");
        }
        return
        [
            new Metric("allegations", "found-with-stance", (double)matched / gold, gold),
            new Metric("allegations", "precision", (double)matched / predicted, predicted),
            new Metric("allegations", "accuser", (double)by / gold, gold),
            new Metric("allegations", "accused", (double)against / gold, gold),
            new Metric("allegations", "reply", (double)reply / gold, gold),
            new Metric("allegations", "whole", (double)whole / gold, gold),
        ];
    }

    private Reading Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return pipeline.Read(new RawDocument { Path = "passage.txt", Bytes = bytes, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Form = DocumentForm.PlainText, Published = Published });
    }

    private static bool IsRight(Reading reading, string text, string? entity, TextSpan? words, string gold)
    {
        if (gold == "-") return entity is null;
        return words is { } span && IsSame(span.Slice(text), gold) || entity is not null && IsSame(reading.Entities.First(e => e.Id == entity).Name, gold);
    }

    // "Prime Minister Anna Dahl" is Anna Dahl, and "the company" the company.
    private static bool IsSame(string own, string gold) => own.Contains(gold, StringComparison.OrdinalIgnoreCase) || gold.Contains(own, StringComparison.OrdinalIgnoreCase) && own.Length >= 4;

    private static IEnumerable<string> Lines(string path) => File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#');
}
