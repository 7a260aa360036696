using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Reads to whom, where and on which day a statement was made, out of the sentence around its cue and never out of what is
/// said. One serves one document.
/// </summary>
internal sealed class StatementSetting
{
    // "during his address before a joint session of the US Congress" has ten words.
    private const int LongestVenue = 14;

    // "Holt, who leads the party, said in a statement": what stands farther off belongs to another verb of the sentence.
    private const int FarthestVenue = 3;
    private const int FarthestDay = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tellings = Set("told tell tells telling informed informs assured assures warned warns reminded urged urges advised advises briefed notified");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = Set("in during at on before via");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Occasions = Set(
        "address speech statement interview tweet letter testimony hearing briefing conference remarks op-ed article post report memo email e-mail call session rally debate broadcast video message television TV radio Twitter Facebook Instagram Telegram appearance forum ceremony dinner lecture editorial column blog newsletter podcast");

    // Occasions at which one speaks to those who are named with them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spoken = Set("address speech testimony remarks letter session hearing statement message lecture");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sayings = Set("said says told spoke declared announced stated");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday that where when while as but because said says");

    private readonly Analysis analysis;
    private readonly LocalEntities local;
    private readonly IReadOnlyList<Timex> times;
    private readonly bool[] isTime;

    public StatementSetting(Analysis analysis, LocalEntities local, IReadOnlyList<Timex> times)
    {
        this.analysis = analysis;
        this.local = local;
        this.times = times;
        isTime = new bool[analysis.Tokens.Count];
        foreach (var time in times)
        {
            if (time.Type == TimexType.Duration) continue;
            var (first, end) = analysis.TokensIn(time.Span);
            for (var i = first; i < end; i++) isTime[i] = true;
        }
    }

    /// <summary>The one who is told: the name right after "told"; null where none stands there.</summary>
    public (LocalEntity Entity, TextSpan Span)? Told(Attribution attribution)
    {
        if (attribution.Cue.Count == 0 || attribution.Source.Count == 0 || attribution.Source[0].Start > attribution.Cue[^1].Start) return null;
        var (first, end) = analysis.TokensIn(attribution.Cue[^1]);
        for (var i = first; i < end; i++)
        {
            if (!Tellings.Contains(Word(i))) continue;
            var from = i + 1;
            // "the US Congress", "members of Congress" and "a joint session of Congress" begin a little later.
            var stop = Math.Min(analysis.Tokens.Count, from + 2);
            for (var at = from; at < stop; at++)
            {
                if (local.NamedFrom(analysis.Tokens[at].Start) is { } name && !Within(analysis.Tokens[at].Span, attribution.Content)) return (name, local.SpanFrom(analysis.Tokens[at].Start)!.Value);
                if (!NameWords.IsDeterminer(Word(at))) break;
            }
            return null;
        }
        return null;
    }

    /// <summary>The words for occasion or medium that stand by the cue or the source; null where there are none.</summary>
    public TextSpan? Venue(Attribution attribution)
    {
        if (Frame(attribution) is not var (first, end, _)) return null;
        var anchors = attribution.Cue.Concat(attribution.Source).Select(analysis.TokensIn).ToList();
        TextSpan? nearest = null;
        var distance = FarthestVenue + 1;
        for (var i = first; i < end; i++)
        {
            if (!Openings.Contains(Word(i)) || Within(analysis.Tokens[i].Span, attribution.Content) || VenueFrom(i, end, attribution) is not { } venue) continue;
            var away = Away(analysis.TokensIn(venue), anchors);
            if (away >= distance) continue;
            distance = away;
            nearest = venue;
        }
        return nearest;
    }

    /// <summary>
    /// The occasion at which a person speaks by the words of the article's beginning, "Holt said during her address", with
    /// its day; null where none is told.
    /// </summary>
    public (TextSpan Venue, DateOnly? Day)? Occasion(LocalEntity speaker, int lead, DateOnly? published)
    {
        foreach (var mention in speaker.Mentions)
        {
            if (mention.Span.Start >= lead) break;
            var after = analysis.TokensIn(mention.Span).End;
            var sentence = analysis.Sentences[SentenceOf(after - 1)];
            for (var i = after + 1; i < Math.Min(sentence.EndToken, after + 3); i++)
            {
                if (!Sayings.Contains(Word(i - 1)) || !Openings.Contains(Word(i))) continue;
                var said = new Attribution { Id = "", Kind = AttributionKind.Indirect, Source = [mention.Span], Cue = [analysis.Tokens[i - 1].Span], Content = [], Confidence = 1 };
                if (VenueFrom(i, sentence.EndToken, said) is { } venue) return (venue, Day(said, published, venue));
            }
        }
        return null;
    }

    /// <summary>The one who is spoken to by the words of the venue: "before a joint session of the US Congress"; null where none is named.</summary>
    public LocalEntity? Audience(TextSpan venue)
    {
        var (first, end) = analysis.TokensIn(venue);
        var isSpoken = false;
        for (var i = first; i < end; i++)
        {
            isSpoken |= Spoken.Contains(Word(i));
            if (isSpoken && Word(i) is "to" or "before" or "of" or "with")
            {
                foreach (var named in local.NamedBetween(analysis.Tokens[i].End, venue.End))
                {
                    if (named.Type is not EntityType.Place) return named;
                }
            }
        }
        return null;
    }

    /// <summary>The day of utterance: that of the time nearest to the cue in its sentence; null where none is named.</summary>
    /// <param name="attribution">What is said.</param>
    /// <param name="published">The day of publication; null where it is not known.</param>
    /// <param name="venue">The words of the venue, which may stand between the cue and the day; null where there are none.</param>
    public DateOnly? Day(Attribution attribution, DateOnly? published, TextSpan? venue)
    {
        if (Frame(attribution) is not var (first, end, cue)) return null;
        var sentence = new TextSpan(analysis.Tokens[first].Start, analysis.Tokens[end - 1].End);
        DateOnly? day = null;
        var distance = FarthestDay + (venue is null ? 0 : LongestVenue);
        for (var n = FirstTimeFrom(sentence.Start); n < times.Count && times[n].Span.Start < sentence.End; n++)
        {
            var time = times[n];
            if (time.Span.End > sentence.End || Within(time.Span, attribution.Content)) continue;
            if (time.Type is not (TimexType.Date or TimexType.Time) || time.Bound != TimeBound.None || time.Value.Length < 10) continue;
            if (!DateOnly.TryParseExact(time.Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)) continue;
            // What is still to come when the article appears has not been said on it.
            if (published is { } limit && named > limit) continue;
            var away = Math.Abs(analysis.TokensIn(time.Span).First - cue);
            if (away >= distance) continue;
            distance = away;
            day = named;
        }
        return day;
    }

    private int FirstTimeFrom(int start)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Away((int First, int End) venue, List<(int First, int End)> anchors)
    {
        var away = int.MaxValue;
        foreach (var (first, end) in anchors) away = Math.Min(away, venue.First >= end ? venue.First - end : first >= venue.End ? first - venue.End : 0);
        return away;
    }

    private TextSpan? VenueFrom(int opening, int end, Attribution attribution)
    {
        var stop = Math.Min(end, opening + LongestVenue);
        var last = -1;
        for (var i = opening + 1; i < stop; i++)
        {
            var word = Word(i);
            if (word is "," or "." or ";" or ":" or "\"" or "\u201C" or "\u201D" or "(" or "\u2014" || Ends.Contains(word)) break;
            // "said in a written statement" may be the cue as a whole.
            var isPartOfCue = Within(analysis.Tokens[opening].Span, attribution.Cue);
            if (Within(analysis.Tokens[i].Span, attribution.Content) || Within(analysis.Tokens[i].Span, attribution.Source) || !isPartOfCue && Within(analysis.Tokens[i].Span, attribution.Cue)) break;
            if (isTime[i] || word is "on" && i + 1 < end && Ends.Contains(Word(i + 1))) break;
            last = i;
        }
        if (last < 0) return null;
        for (var i = opening + 1; i <= last && i <= opening + 5; i++)
        {
            if (Occasions.Contains(Word(i))) return new TextSpan(analysis.Tokens[opening].Start, analysis.Tokens[last].End);
        }
        return null;
    }

    // The tokens of the cue's sentence, and where the cue begins among them.
    private (int First, int End, int Cue)? Frame(Attribution attribution)
    {
        if (attribution.Cue.Count == 0) return null;
        var cue = analysis.TokensIn(attribution.Cue[0]).First;
        if (cue >= analysis.Tokens.Count) return null;
        var sentence = analysis.Sentences[SentenceOf(cue)];
        return sentence.FirstToken <= cue && cue < sentence.EndToken ? (sentence.FirstToken, sentence.EndToken, cue) : null;
    }

    private int SentenceOf(int token)
    {
        var (low, high) = (0, analysis.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (analysis.Sentences[middle].FirstToken <= token) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private static bool Within(TextSpan span, IReadOnlyList<TextSpan> content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            if (content[i].Overlaps(span)) return true;
        }
        return false;
    }

    private ReadOnlySpan<char> Word(int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
