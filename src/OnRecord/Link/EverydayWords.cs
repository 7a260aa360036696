using System.Collections.Frozen;

namespace OnRecord.Link;

/// <summary>Words that begin sentences with a capital and are no names: function words, adverbs, days and months.</summary>
internal static class EverydayWords
{
    private static readonly FrozenSet<string> Words =
        ("about above according across actually after again against ago also although always amid among and another apart are around as aside asked at away back be because been before behind being below besides between beyond but by can certainly clearly critics currently despite did do does down during earlier either else even eventually ever experts finally first following for from further given had has have having hence here how however if in indeed instead into is just last lately later least less let like likewise look made make may maybe meanwhile might more moreover must near nearly neither never nevertheless next nonetheless nor not nothing now obviously of off officials often on once only or otherwise out over overall per perhaps please rather recently regarding said second secondly shall should similarly since so sometimes soon speaking still such sure than thank thanks then there thereafter therefore third though through throughout thus to today together tomorrow tonight too toward towards under unlike until up upon using very was well were what when where whereas whether while why will with within without would yes yesterday yet " +
         "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
         "asked speaking noting adding citing calling saying told according people voters lawmakers")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> word) => Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
