using OnRecord.Interpret.Words;

namespace OnRecord.Interpret.Threads;

/// <summary>A charge or an answer as one document reports it, before it is joined to others.</summary>
internal sealed record AllegationReport(DisputeStep Step, Stance Stance, string? RepliesTo, string[] Words, bool IsByBody)
{
    /// <summary>Who charges or answers: the one who speaks, and the one it speaks for.</summary>
    public IEnumerable<Party> Makers
    {
        get
        {
            if (Step.By is { } by) yield return by;
            if (Step.OnBehalfOf is { } body) yield return body;
        }
    }

    public static IEnumerable<AllegationReport> Of(CitedReading reading)
    {
        // An answer that a rejected statement made, and an answer to one, are joined to nothing.
        var standing = reading.Reading.Allegations.Where(a => reading.Stands(a.Attribution)).ToList();
        var keys = standing.ToDictionary(a => a.Id, a => reading.Cite('d', a.Id, a.Span, a.Attribution).Key, StringComparer.Ordinal);
        foreach (var allegation in standing)
        {
            var answered = allegation.RepliesTo is { } id ? keys.GetValueOrDefault(id) : null;
            var step = new DisputeStep
            {
                Citation = reading.Cite('d', allegation.Id, allegation.Span, allegation.Attribution),
                Move = allegation.Stance switch { Stance.Accuse => DisputeMove.Accusation, Stance.Deny => DisputeMove.Denial, _ => DisputeMove.Concession },
                By = reading.PartyOf(allegation.By),
                ByWords = reading.WordsOf(allegation.ByWords),
                OnBehalfOf = reading.BodyBehind(allegation.By, reading.AttributionOf(allegation.Attribution), allegation.ByWords),
                Against = reading.PartyOf(allegation.Against),
                AgainstWords = reading.WordsOf(allegation.AgainstWords),
                Subject = reading.PartyOf(allegation.Subject),
                Answers = answered,
                Unjoined = allegation.Unjoined,
            };
            yield return new AllegationReport(step, allegation.Stance, answered, WrongOf(reading.Pool, step), reading.IsBody(allegation.By));
        }
    }

    // The names of the two and the word of charging are shared by every charge of the one against the other.
    private static string[] WrongOf(WordPool pool, DisputeStep step)
    {
        var names = ContentWords.Of(string.Join(' ', step.By?.Name, step.OnBehalfOf?.Name, step.Against?.Name, step.Subject?.Name));
        return [.. pool.ContentOf(step.Citation.Words).Where(word => !names.Contains(word) && !IsCharging(word))];
    }

    private static bool IsCharging(string word) =>
        ((string[])[word, word[..^1], word[..^Math.Min(2, word.Length)], word.EndsWith("ied", StringComparison.Ordinal) ? word[..^3] + "y" : word])
            .Any(form => ActWords.Of(form) is Act.Accuse or Act.Deny or Act.Concede or Act.Criticise or Act.Reject);
}
