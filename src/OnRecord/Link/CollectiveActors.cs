using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Finds actors that are named together, with their members on the document's day: "NATO member states", "EU countries",
/// "European allies and Canada" where one alliance is spoken of. Linear.
/// </summary>
internal static class CollectiveActors
{
    private static readonly FrozenSet<string> Members = ("allies members states countries nations governments partners").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // States of the alliance that are not called its European allies.
    private static readonly FrozenSet<string> Overseas = new[] { "state:USA", "state:CAN" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the groups to the document's entities.</summary>
    public static void Find(Analysis analysis, LocalEntities local, WorldKnowledge world, DateOnly day)
    {
        LocalEntity? alliance = null;
        foreach (var entity in local.All.ToList())
        {
            if (entity.Known is not { Kind: "organisation" } known) continue;
            if (known.Nouns.Contains("alliance") && entity.IsMentioned) alliance = alliance is null ? entity : alliance.Known!.Key == known.Key ? alliance : null;
            var members = world.MembersOn(known.Key, day);
            if (members.Count == 0) continue;
            LocalEntity? group = null;
            foreach (var mention in entity.Mentions)
            {
                if (mention.Form != MentionForm.Name || End(analysis, analysis.TokensIn(mention.Span).End) is not { } end) continue;
                var span = new TextSpan(mention.Span.Start, end);
                group ??= local.Add(new LocalEntity(NameForm.Of(span.Slice(analysis.Text)), EntityType.Group) { Members = members });
                local.MentionGroup(group, span);
            }
        }
        if (alliance is not null) European(analysis, local, world.MembersOn(alliance.Known!.Key, day));
    }

    // "member states", "members", "allies": where the run of such words ends; null where none follows.
    private static int? End(Analysis analysis, int token)
    {
        if (token < analysis.Tokens.Count && Word(analysis, token) is "'s" or "\u2019s" or "'" or "\u2019") token++;
        var at = token;
        if (at + 1 < analysis.Tokens.Count && Word(analysis, at) is "-" && Word(analysis, at + 1) is "member") at += 2;
        else if (at < analysis.Tokens.Count && Word(analysis, at) is "member") at++;
        if (at >= analysis.Tokens.Count || !Members.Contains(Word(analysis, at).ToString())) return null;
        return analysis.Tokens[at].End;
    }

    private static void European(Analysis analysis, LocalEntities local, IReadOnlyList<string> members)
    {
        if (members.Count == 0) return;
        for (var i = 0; i + 1 < analysis.Tokens.Count; i++)
        {
            if (Word(analysis, i) is not "European" || Word(analysis, i + 1) is not "allies") continue;
            var withCanada = i + 3 < analysis.Tokens.Count && Word(analysis, i + 2) is "and" && Word(analysis, i + 3) is "Canada";
            var span = new TextSpan(analysis.Tokens[i].Start, analysis.Tokens[withCanada ? i + 3 : i + 1].End);
            var keys = members.Where(m => !Overseas.Contains(m) || withCanada && m == "state:CAN").ToList();
            local.MentionGroup(local.Add(new LocalEntity(span.Slice(analysis.Text), EntityType.Group) { Members = keys }), span);
        }
    }

    private static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
