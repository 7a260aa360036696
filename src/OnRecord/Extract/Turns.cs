using OnRecord.Language;

namespace OnRecord.Extract;

/// <summary>A turn of a transcript: who speaks, the colon, and the words up to the next turn.</summary>
internal readonly record struct Turn(RoleSpan Source, RoleSpan Cue, IReadOnlyList<RoleSpan> Contents);

/// <summary>
/// Finds the turns of a transcript: paragraphs that begin with a speaker's label and a colon, <c>MR SMITH:</c>, <c>Q:</c>.
/// One such paragraph may be anything; a document with several is a transcript. Linear; stateless.
/// </summary>
internal static class Turns
{
    private const int LongestLabel = 8;
    private const int FewestTurns = 3;

    public static List<Turn> Find(Analysis analysis)
    {
        var turns = new List<Turn>();
        var contents = new List<RoleSpan>();
        (int First, int End)? label = null;
        foreach (var (first, end, _) in Passages.Of(analysis))
        {
            var colon = LabelEnd(analysis, first, end);
            if (colon < 0)
            {
                // What stands under a turn goes on with it; a line in capitals or brackets is a stage direction.
                if (label is not null && !IsDirection(analysis, first, end)) contents.Add(new RoleSpan(Role.ContentBegins, first, end, 1));
                continue;
            }
            Close();
            label = (first, colon);
            if (colon + 1 < end) contents.Add(new RoleSpan(Role.ContentBegins, colon + 1, end, 1));
        }
        Close();
        return turns.Count >= FewestTurns ? turns : [];

        void Close()
        {
            if (label is var (first, colon) && contents.Count > 0) turns.Add(new Turn(new RoleSpan(Role.SourceBegins, first, colon, 1), new RoleSpan(Role.CueBegins, colon, colon + 1, 1), [.. contents]));
            contents.Clear();
            label = null;
        }
    }

    // The colon that ends a label at the paragraph's start; -1 where none does. A label is in capitals throughout, "THE
    // CHAIR", or one letter, "Q": a headline with a colon has small letters.
    private static int LabelEnd(Analysis analysis, int first, int end)
    {
        var letters = false;
        for (var i = first; i < Math.Min(end, first + LongestLabel); i++)
        {
            var word = analysis.Tokens[i].Span.Slice(analysis.Text.AsSpan());
            if (word is ":") return letters && i > first ? i : -1;
            foreach (var c in word)
            {
                if (char.IsLower(c) && word is not ("Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Dr" or "Dr.")) return -1;
                letters |= char.IsUpper(c);
            }
        }
        return -1;
    }

    private static bool IsDirection(Analysis analysis, int first, int end)
    {
        var start = analysis.Text[analysis.Tokens[first].Start];
        if (start is '(' or '[' or '-' or '*') return true;
        for (var i = first; i < end; i++)
        {
            foreach (var c in analysis.Tokens[i].Span.Slice(analysis.Text.AsSpan()))
            {
                if (char.IsLower(c)) return false;
            }
        }
        return true;
    }
}
