using OnRecord.Language.Text;

namespace OnRecord.Interpret.Threads;

/// <summary>A claim as one document has it, taken apart for comparing: words, figures, times, and whether it negates.</summary>
internal sealed record ClaimDraft
{
    public required ClaimReport Report { get; init; }

    /// <summary>What it is about, without its figures.</summary>
    public required string[] Words { get; init; }

    public required IReadOnlyList<Quantity> Figures { get; init; }

    /// <summary>The calendar times it names, as TIMEX3 values in order, each once.</summary>
    public required IReadOnlyList<string> Times { get; init; }

    public required bool IsNegated { get; init; }

    public static IEnumerable<ClaimDraft> Of(CitedReading reading)
    {
        foreach (var claim in reading.Reading.Claims)
        {
            if (!reading.Stands(claim.Attribution)) continue;
            var figures = reading.Reading.Quantities.Where(q => q.Value is not null && claim.Span.Contains(q.Span)).ToList();
            var times = reading.Reading.Times.Where(t => claim.Span.Contains(t.Span)).ToList();
            var words = Without(reading, claim.Span, [.. figures.Select(f => f.Span), .. times.Select(t => t.Span)]);
            yield return new ClaimDraft
            {
                Report = new ClaimReport
                {
                    Citation = reading.Cite('c', claim.Id, claim.Span, claim.Attribution),
                    Speaker = reading.SpeakerOf(claim.Attribution),
                    Kind = claim.Kind,
                    Checkworthy = claim.Checkworthy,
                    Likeness = 1,
                },
                // What is counted is part of what is claimed: "twelve countries", "29-member".
                Words = [.. reading.Pool.ContentOf(words).Union(figures.SelectMany(f => reading.Pool.ContentOf(f.Span.Slice(reading.Article.Text)).Where(w => f.Unit == w))).Order(StringComparer.Ordinal)],
                Figures = [.. figures.Where(f => !times.Any(t => t.Span.Overlaps(f.Span)))],
                Times = [.. times.Select(t => t.Value).Where(v => v.Length >= 4 && char.IsAsciiDigit(v[0])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                IsNegated = ContentWords.Negations(words) % 2 == 1,
            };
        }
    }

    private static string Without(CitedReading reading, TextSpan span, TextSpan[] left)
    {
        var letters = span.Slice(reading.Article.Text).ToCharArray();
        foreach (var gone in left) Array.Fill(letters, ' ', gone.Start - span.Start, gone.Length);
        return new string(letters);
    }
}
