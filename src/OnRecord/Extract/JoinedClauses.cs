using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// Ends the content of what is reported inside a report before a verb that is joined to its cue: of "she believes it is safe and hopes
/// to open it" the second half is no part of what she believes.
/// </summary>
internal static class JoinedClauses
{
    private static readonly uint Joined = Fnv.Hash("conj");
    private static readonly uint Joining = Fnv.Hash("cc");

    /// <summary>Shortens the contents behind the cue where syntax says so; a content that would be nothing stays as it is.</summary>
    public static void Trim(RoleGroup group, TokenAttributes tokens)
    {
        if (group.Cue is not { } cue) return;
        for (var c = 0; c < group.Contents.Count; c++)
        {
            var content = group.Contents[c];
            var end = Math.Max(content.First, cue.End);
            while (end < content.End && !(tokens.Relation[end] == Joined && tokens.Head[end] >= cue.First && tokens.Head[end] < cue.End)) end++;
            if (end >= content.End) continue;
            while (end > content.First && (tokens.Relation[end - 1] == Joining || tokens.IsMark[end - 1])) end--;
            if (end > content.First) group.Contents[c] = content with { End = end };
        }
    }
}
