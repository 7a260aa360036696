using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// "It was reported that the talks had failed": the "it" stands for the clause, and is no part of what is reported. In "it
/// is considered a threat" it is. Stateless.
/// </summary>
internal static class Expletives
{
    private static readonly uint It = Fnv.HashFolded("it");
    private static readonly uint That = Fnv.HashFolded("that");

    /// <summary>Takes an "it" before the cue out of a content that goes on with "that" behind it.</summary>
    public static void Drop(RoleGroup group, TokenAttributes tokens)
    {
        if (group.Contents.Count < 2 || group.Source is not null || group.Cue is not { } cue) return;
        if (!group.Contents.Exists(content => content.First >= cue.End && tokens.Folded[content.First] == That)) return;
        group.Contents.RemoveAll(content => content.End == content.First + 1 && content.End <= cue.First && tokens.Folded[content.First] == It);
    }
}
