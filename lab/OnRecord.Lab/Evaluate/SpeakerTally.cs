using OnRecord.Knowledge;
using OnRecord.Lab.Corpora;

namespace OnRecord.Lab.Evaluate;

/// <summary>Counts how often the speaker and the setting of a statement are right.</summary>
internal sealed class SpeakerTally
{
    private readonly Dictionary<string, (int Right, int Count)> shares = new(StringComparer.Ordinal);

    /// <summary>Adds what was marked of one attribution and what was read.</summary>
    public void Add(GoldSpeaker mark, Reading reading, TextWriter? errors)
    {
        var attribution = reading.Attributions[mark.Attribution];
        var entity = Named(reading, attribution.Speaker);
        if (mark.Speaker is not { } speaker)
        {
            Count("left-open", entity is null);
            if (entity is not null) errors?.WriteLine($"{mark.Document} {mark.Attribution} {attribution.Kind}: nobody is named, read {entity.Name}");
            return;
        }
        var isRight = entity is not null && IsNamed(entity, speaker);
        var source = string.Concat(attribution.Source.Select(s => s.Slice(reading.Article!.Text)));
        Count("speaker", isRight);
        Count(attribution.Kind == AttributionKind.Direct ? "speaker-direct" : attribution.Kind == AttributionKind.Indirect ? "speaker-indirect" : "speaker-mixed", isRight);
        if (!speaker.Split(' ').Any(word => word.Length > 2 && source.Contains(word, StringComparison.Ordinal))) Count("speaker-out-of-source", isRight);
        Count("unresolved", entity is null);
        Count("wrong", entity is not null && !isRight);
        if (entity is not null) Count("speaker-precision", isRight);
        if (!isRight) errors?.WriteLine($"{mark.Document} {mark.Attribution} {attribution.Kind}: {speaker}, {(entity is null ? "open" : "read")} {entity?.Name ?? attribution.Unresolved}");
        if (mark.Office is { } office && isRight) Count("office", attribution.Role == office);
        if (isRight && attribution.Role is { } role) Count("office-precision", role == mark.Office);
        if (mark.Addressee is { } addressee) Count("addressee", Named(reading, attribution.Addressee) is { } told && IsNamed(told, addressee));
        if (mark.Day is { } day) Count("day", attribution.When == day);
        if (attribution.When is { } read && mark.Day is { } marked) Count("day-precision", read == marked);
        if (mark.Venue is { } venue) Count("venue", attribution.Venue is { } words && Shares(words, Words(reading.Article!.Text, venue)));
    }

    public void Write(List<Metric> metrics)
    {
        foreach (var (name, (right, count)) in shares.OrderBy(s => s.Key, StringComparer.Ordinal)) metrics.Add(new Metric("gold", name, (double)right / count, count));
    }

    private void Count(string name, bool isRight)
    {
        var (right, count) = shares.GetValueOrDefault(name);
        shares[name] = (right + (isRight ? 1 : 0), count + 1);
    }

    // A name of the entity, in the document or in the knowledge, is the one marked, or a part of it.
    private static bool IsNamed(Entity entity, string name)
    {
        var marked = Plain(name);
        var known = entity.Knowledge is { } key ? WorldKnowledge.Shipped.Find(key)?.Forms ?? [] : [];
        return known.Append(entity.Name).Select(Plain).Any(form => form == marked || IsPart(form, marked) || IsPart(marked, form));
    }

    private static bool IsPart(string part, string whole) => part.Length > 2 && (whole.EndsWith(" " + part, StringComparison.Ordinal) || whole.StartsWith(part + " ", StringComparison.Ordinal));

    private static string Plain(string name) => NameForm.WithoutMarks(NameForm.Of(name)).ToLowerInvariant().TrimEnd('.');

    private static bool Shares(string one, string other) => one.Split(' ').Intersect(other.Split(' '), StringComparer.OrdinalIgnoreCase).Count(word => word.Length > 3) > 0;

    private static string Words(string text, (int Start, int End) codePoints)
    {
        // News texts of the corpus have few characters outside the first plane; they are stepped over.
        var units = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        return text[units[codePoints.Start]..(codePoints.End < units.Count ? units[codePoints.End] : text.Length)];
    }

    private static Entity? Named(Reading reading, string? id) => id is null ? null : reading.Entities.FirstOrDefault(e => e.Id == id);
}
