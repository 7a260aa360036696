using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using OnRecord.Knowledge;

namespace OnRecord.Lab.Bench;

/// <summary>
/// What it costs to have the knowledge: the tables that ship, and ten times as many, in which each copy has keys and names of
/// its own. Noted, as at the start of a run, and read, as where all of it is asked for. Processor time beside the clock's, since a
/// busy machine shows in the one and not in the other; the first time, with the compiling on the way that a published program is
/// spared, and the least of several more.
/// </summary>
internal static partial class KnowledgeLoad
{
    private const int Times = 7;

    private static readonly string[] Named = ["name", "formal", "aliases", "demonyms", "capital", "seats", "title"];

    public static int Run(TextWriter output)
    {
        foreach (var copies in (ReadOnlySpan<int>)[1, 10])
        {
            var tables = WorldKnowledgeBuilder.Concepts.SelectMany(concept => Shipped(concept).SelectMany(text => Enumerable.Range(0, copies).Select(copy => (concept, Text: Encoding.UTF8.GetBytes(copy == 0 ? text : Copied(text, copy)))))).ToList();
            Report("noted", tables, _ => { });
            Report("read", tables, ReadAll);
        }
        return 0;

        void Report(string what, List<(string Concept, byte[] Text)> tables, Action<WorldKnowledge> ask)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var world = Cost(tables, ask, out var first);
            var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            var least = first;
            for (var time = 0; time < Times; time++)
            {
                Cost(tables, ask, out var again);
                least = (Math.Min(least.Clock, again.Clock), Math.Min(least.Processor, again.Processor));
            }
            output.WriteLine(FormattableString.Invariant($"{world.Entities.Count,8:N0} entities {what}: first {first.Clock:F1} ms ({first.Processor:F0} ms of processor), then {least.Clock:F1} ms ({least.Processor:F0} ms), {megabytes:F1} MB"));
        }
    }

    private static void ReadAll(WorldKnowledge world)
    {
        _ = world.Entities;
        foreach (var office in world.Offices) world.TenuresIn(office.Key);
        foreach (var person in world.Entities) world.TenuresOf(person.Key);
        foreach (var body in world.BodiesWithMembers) world.MembershipsOf(body);
    }

    private static WorldKnowledge Cost(List<(string Concept, byte[] Text)> tables, Action<WorldKnowledge> ask, out (double Clock, double Processor) cost)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var builder = new WorldKnowledgeBuilder();
        foreach (var (concept, text) in tables) builder.Note(concept, concept, text);
        var world = builder.Build();
        ask(world);
        process.Refresh();
        cost = (watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - processor).TotalMilliseconds);
        return world;
    }

    private static IEnumerable<string> Shipped(string concept)
    {
        foreach (var name in (string[])[$"{concept}.tsv", $"{concept}.own.tsv"])
        {
            using var stream = typeof(WorldKnowledge).Assembly.GetManifestResourceStream(name);
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            yield return reader.ReadToEnd();
        }
    }

    private static string Copied(string text, int copy)
    {
        var lines = text.Split('\n');
        var heading = Array.FindIndex(lines, l => l.Length > 0 && l[0] != '#');
        var columns = lines[heading].Split('\t');
        for (var i = heading + 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            for (var c = 0; c < cells.Length && c < columns.Length; c++)
            {
                cells[c] = Named.Contains(columns[c])
                    ? string.Join("; ", cells[c].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(piece => FormattableString.Invariant($"{piece}{copy}")))
                    : Key().Replace(cells[c], match => FormattableString.Invariant($"{match.Value}~{copy}"));
            }
            lines[i] = string.Join('\t', cells);
        }
        return string.Join('\n', lines);
    }

    [GeneratedRegex("\\b(state|region|org|treaty|inst|media|office|person):[^\\t; ~]+", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
