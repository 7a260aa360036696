using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>
/// "Dolores Quint apologised for the delay": where the tagger was sure of cue and content and not of the source, the subject
/// of the cue's verb is it. Linear; stateless.
/// </summary>
internal static class CueSubjects
{
    // The words of a source that is found so count as likely as a token on the border of the tagger's choice.
    private const float Likely = 0.5f;

    private static readonly uint It = Fnv.HashFolded("it");
    private static readonly uint There = Fnv.HashFolded("there");

    /// <summary>Gives a source to attributions that have a cue with a subject, and none.</summary>
    public static void AddTo(List<RoleGroup> groups, TokenAttributes tokens)
    {
        if (tokens.Analysis.Grammar is null) return;
        var missing = groups.FindAll(group => group is { Source: null, Cue: not null, Continues: null, IsTurn: false });
        if (missing.Count == 0) return;
        var taken = new bool[tokens.Word.Length];
        foreach (var span in groups.SelectMany(group => group.Spans)) taken.AsSpan(span.First..span.End).Fill(true);
        foreach (var group in missing)
        {
            var cue = group.Cue!.Value;
            for (var verb = cue.First; verb < cue.End; verb++)
            {
                var sentence = tokens.Analysis.Sentences[tokens.SentenceOf[verb]];
                var within = new RoleSpan(Role.None, sentence.FirstToken, Math.Min(sentence.EndToken, cue.End), 1);
                if (!ReportedClauses.IsFinite(tokens, verb, within) || ReportedClauses.SubjectOf(tokens, verb, within) is not var (first, end)) continue;
                if (end > cue.First || tokens.Folded[first] == It || tokens.Folded[first] == There || taken.AsSpan(first..end).Contains(true)) continue;
                group.Source = new RoleSpan(Role.SourceBegins, first, end, Likely);
                taken.AsSpan(first..end).Fill(true);
                break;
            }
        }
    }
}
