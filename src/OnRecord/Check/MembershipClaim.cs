using OnRecord.Knowledge;
using OnRecord.Language.Text;

namespace OnRecord.Check;

/// <summary>
/// Claims about how many members a body has, by how many it was founded, and how old it is: held against the days of
/// joining and of founding. Only words that can mean nothing else are taken: "five members of NATO" counts some of them.
/// </summary>
internal static class MembershipClaim
{
    private const int NounsAhead = 3;

    private static readonly string[] Members = ["member", "members", "member state", "member states", "member country", "member countries", "member nation", "ally", "allies"];
    private static readonly string[] Countries = ["country", "state", "nation"];
    private static readonly string[] Founding = ["creat", "found", "establish", "form", "set up", "launch"];
    private static readonly string[] Having = ["has", "have", "had", "comprise", "comprises", "comprised", "count", "counts", "counted", "number", "numbers", "numbered", "unites", "united", "unite"];
    private static readonly string[] Being = ["is", "was", "are", "were", "be", "been", "become", "becomes", "became", "grow", "grows", "grew", "grown", "remain", "remains", "remained", "evolved", "expanded", "turned"];
    private static readonly string[] Whole = ["all", "the", "its", "'s", "\u2019s"];

    // What can follow all of the members. Other words may take some of them out: "that joined", "in the east", "bordering".
    private static readonly string[] Following =
    [
        "have", "has", "had", "are", "were", "is", "was", "will", "would", "must", "should", "can", "could", "may", "might", "shall", "agreed", "agree", "met", "meet",
        "said", "say", "voted", "decided", "signed", "pledged", "committed", "on", "and", "but", "now", "today", "since", "when",
    ];

    // Nouns that any body can be called by.
    private static readonly string[] Generic = ["alliance", "bloc", "organisation", "organization", "union", "group", "body", "community", "club", "pact", "cartel"];

    private static readonly char[] Breaks = [' ', ',', ';', ':', '(', ')', '"', '\u201D', '\u201C'];

    /// <summary>What is found; null where the figure counts something else.</summary>
    public static Finding? Of(ClaimSetting setting)
    {
        var quantity = setting.Quantity;
        if (quantity.Upper is not null) return null;
        if (quantity.Kind is QuantityKind.Duration or QuantityKind.Age) return AgeOf(setting);
        if (quantity.Kind is not QuantityKind.Count || setting.Value != decimal.Truncate(setting.Value)) return null;
        if (IsFounding(setting)) return BodyBySubject(setting) is { } founded ? Founders(setting, founded) : null;
        var body = Adjective(setting) ?? Whose(setting);
        return body is null ? null : CountOf(setting, body);
    }

    // "a 29-member alliance", "the 27-nation European Union".
    private static KnownEntity? Adjective(ClaimSetting setting)
    {
        var words = setting.Words;
        if (!((string[])["-member", "-nation", "-country", "-state", "-strong"]).Any(ending => words.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return null;
        var start = setting.Quantity.Span.End;
        // The name has to end there: a "three-member NATO team" is not NATO.
        if (setting.MentionAt(new TextSpan(start, start + 2), IsBody(setting)) is { } named)
        {
            // "The 27-member EU bloc" is the EU, too.
            var rest = setting.PlainFrom(named.Span.End).TrimStart();
            var noun = Generic.FirstOrDefault(word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            return IsWhole(noun is null or "group" or "body" or "club" ? rest : rest[noun.Length..]) ? BodyOf(setting, named.Entity) : null;
        }
        var ahead = setting.After.TrimStart().Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Take(NounsAhead).ToList();
        // "NATO has grown into a 29-member alliance": the subject is what it is.
        if (BodyBySubject(setting) is { } subject && Being.Contains(setting.Plain(setting.Quantity.Predicate).ToLowerInvariant(), StringComparer.Ordinal))
        {
            return IsGeneric(ahead) || subject.Nouns.Any(noun => ahead.Contains(noun, StringComparer.OrdinalIgnoreCase)) ? subject : null;
        }
        // "The 29-member alliance": the noun stands for a body, and for one alone of those in the article.
        if (!setting.Before.TrimEnd().EndsWith("the", StringComparison.OrdinalIgnoreCase)) return null;
        var called = BodiesCalled(setting, ahead);
        return called.Count == 1 ? called[0] : null;
    }

    private static bool IsGeneric(List<string> ahead) => ahead.Exists(word => Generic.Contains(word, StringComparer.OrdinalIgnoreCase));

    // "NATO has 29 members", "NATO's 29 members", "all 29 members of NATO".
    private static KnownEntity? Whose(ClaimSetting setting)
    {
        if (!Members.Contains(setting.Quantity.Unit, StringComparer.Ordinal) || !IsBare(setting)) return null;
        var before = setting.Before.TrimEnd();
        var verb = setting.Plain(setting.Quantity.Predicate).ToLowerInvariant();
        if (Having.Contains(verb, StringComparer.Ordinal) && before.EndsWith(verb, StringComparison.OrdinalIgnoreCase)) return IsWhole(setting.After) ? BodyBySubject(setting) : null;
        return Whole.Any(word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (word[0] is '\'' or '\u2019' || before.Length == word.Length || before[^(word.Length + 1)] == ' ')) ? Owner(setting, before) : null;
    }

    // A number and "members", perhaps with the name between them: "29 NATO members", and not "12 founding members".
    private static bool IsBare(ClaimSetting setting)
    {
        var words = setting.WithoutNames(setting.Quantity.Span).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 2 || words.Length == 3 && words[1].Equals("member", StringComparison.OrdinalIgnoreCase);
    }

    // The owner stands inside ("29 NATO members"), right before ("NATO's 29 members", "its 29 members") or after "of".
    private static KnownEntity? Owner(ClaimSetting setting, string before)
    {
        var span = setting.Quantity.Span;
        if (setting.MentionAt(span, IsBody(setting)) is { } inside) return IsWhole(setting.After) ? BodyOf(setting, inside.Entity) : null;
        if (before.EndsWith("'s", StringComparison.Ordinal) || before.EndsWith("\u2019s", StringComparison.Ordinal) || before.EndsWith("its", StringComparison.OrdinalIgnoreCase))
        {
            if (!IsWhole(setting.After)) return null;
            return setting.MentionAt(new TextSpan(Math.Max(0, span.Start - 4), Math.Max(1, span.Start - 1)), IsBody(setting)) is { } owner ? BodyOf(setting, owner.Entity) : BodyByNoun(setting, before[..^2]);
        }
        var after = setting.After.TrimStart();
        if (!after.StartsWith("of ", StringComparison.OrdinalIgnoreCase)) return null;
        var article = after.StartsWith("of the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return setting.MentionAt(new TextSpan(span.End + 4, span.End + 6 + article), IsBody(setting)) is { } of && IsWhole(setting.PlainFrom(of.Span.End)) ? BodyOf(setting, of.Entity) : null;
    }

    // Whether what follows leaves the phrase whole.
    private static bool IsWhole(string after)
    {
        var rest = after.TrimStart();
        if (rest.Length == 0 || !char.IsLetterOrDigit(rest[0])) return true;
        var words = rest.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return Following.Contains(words[0].TrimEnd('.'), StringComparer.OrdinalIgnoreCase) || words.Length > 1 && words[0] == "in" && char.IsAsciiDigit(words[1][0]);
    }

    private static bool IsFounding(ClaimSetting setting)
    {
        var unit = setting.Quantity.Unit;
        if (!Countries.Contains(unit, StringComparer.Ordinal) && !Members.Contains(unit, StringComparer.Ordinal)) return false;
        var verb = setting.Plain(setting.Quantity.Predicate).ToLowerInvariant();
        return Founding.Any(stem => verb.StartsWith(stem, StringComparison.Ordinal)) && setting.Before.TrimEnd().EndsWith(" by", StringComparison.Ordinal);
    }

    private static Finding CountOf(ClaimSetting setting, KnownEntity body)
    {
        var time = setting.Time;
        DateOnly? first = time?.Begins is { } begins ? DateOnly.FromDateTime(begins) : setting.Day;
        var last = time?.Ends is { } ends ? DateOnly.FromDateTime(ends.AddTicks(-1)) : first;
        if (first is not { } from || last is not { } until) return setting.CannotTell(CheckRefusal.NoDay, $"How many members {body.Name} had on the day cannot be told, since the day is not known.");
        var (counted, later) = (setting.World.MembersOn(body.Key, from).Count, setting.World.MembersOn(body.Key, until).Count);
        if (counted == 0 || later == 0) return setting.CannotTell(CheckRefusal.MembersUnknown, $"The days of joining of the members of {body.Name} are not all known.");
        // In a year in which one joined, both counts are right.
        var (day, found) = Math.Abs(setting.Value - later) < Math.Abs(setting.Value - counted) ? (until, later) : (from, counted);
        return Settled(setting, body, [Line(setting, FormattableString.Invariant($"members of {body.Name} on {day:yyyy-MM-dd}"), found, setting.Value)], "Knowledge: members of organisations, with the days of joining and leaving");
    }

    private static Finding Founders(ClaimSetting setting, KnownEntity body)
    {
        if (body.From is not { } founded || founded.Earliest.Year != founded.Latest.Year) return setting.CannotTell(CheckRefusal.MembersUnknown, $"The day on which {body.Name} was founded is not known.");
        var year = founded.Earliest.Year;
        var joined = setting.World.MembershipsOf(body.Key).Count(m => m.Joined is { } day && day.Earliest.Year == year && day.Latest.Year == year);
        if (joined == 0) return setting.CannotTell(CheckRefusal.MembersUnknown, $"The days of joining of the founders of {body.Name} are not known.");
        var lines = new List<Arithmetic> { Line(setting, FormattableString.Invariant($"members of {body.Name} that joined in {year}"), joined, setting.Value) };
        if (setting.Time is { Begins: { } begins, Ends: { } ends } && ends.AddTicks(-1).Year == begins.Year) lines.Add(new Arithmetic { Of = $"year in which {body.Name} was founded", Found = year, Comparison = Comparison.Equal, Said = begins.Year });
        return Settled(setting, body, lines, "Knowledge: organisations, with the day of founding; members, with the days of joining");
    }

    // "its 70-year history", "the 70-year-old alliance".
    private static Finding? AgeOf(ClaimSetting setting)
    {
        var after = setting.After.TrimStart();
        var isAge = setting.Quantity.Unit == "year" && setting.Words.EndsWith("-year", StringComparison.OrdinalIgnoreCase) && (after.StartsWith("history", StringComparison.OrdinalIgnoreCase) || after.StartsWith("existence", StringComparison.OrdinalIgnoreCase))
            || setting.Words.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase);
        if (!isAge || BodyBySubject(setting) is not { From: { } founded } body || !founded.IsExact) return null;
        if (setting.Day is not { } day) return setting.CannotTell(CheckRefusal.NoDay, $"How old {body.Name} was cannot be told, since the day is not known.");
        var line = new Arithmetic
        {
            Of = $"years since {body.Name} was founded",
            Found = day.Year - founded.Earliest.Year,
            Comparison = setting.Quantity.Comparison,
            Said = setting.Value,
            Tolerance = setting.Quantity.Comparison == Comparison.About ? Precision.Of(setting.Words, setting.Value, isAbout: true) : 0,
            Working = FormattableString.Invariant($"{day.Year} - {founded.Earliest.Year}"),
        };
        return Settled(setting, body, [line], "Knowledge: organisations, with the day of founding");
    }

    private static Arithmetic Line(ClaimSetting setting, string of, decimal found, decimal said) => new()
    {
        Of = of,
        Found = found,
        Comparison = setting.Quantity.Comparison,
        Said = said,
        Tolerance = setting.Quantity.Comparison == Comparison.About ? Precision.Of(setting.Words, said, isAbout: true) : 0,
    };

    private static Finding Settled(ClaimSetting setting, KnownEntity body, IReadOnlyList<Arithmetic> lines, string source)
    {
        if (!setting.IsAsserted) return setting.CannotTell(CheckRefusal.NotAsserted, $"The words do not plainly say that it is so: \"{setting.Words}\".");
        var agrees = lines.All(line => line.Holds);
        var bare = setting.Found(agrees ? FindingVerdict.Agrees : FindingVerdict.Disagrees, null, string.Join("; ", lines.Select(line => FormattableString.Invariant($"{line.Of}: {Arithmetic.Number(line.Found)}, said: {Arithmetic.Number(line.Said)}"))) + ".");
        return new Finding { Item = bare.Item, Span = bare.Span, Verdict = bare.Verdict, Summary = bare.Summary, Unit = setting.Quantity.Unit, Arithmetic = lines, Sources = [$"{source} ({body.Key})"] };
    }

    // The subject has to be the body and not something of its: "NATO's training centre" is not NATO.
    private static KnownEntity? BodyBySubject(ClaimSetting setting) =>
        setting.Quantity.Subject is not { } subject ? null
        : setting.MentionAt(subject, IsBody(setting)) is not { } mention ? BodyByNoun(setting, setting.Plain(subject))
        : mention.Span.Start <= subject.Start + "the ".Length && mention.Span.End >= subject.End ? BodyOf(setting, mention.Entity) : null;

    // "The alliance", where one body of the article is an alliance and no other is.
    private static KnownEntity? BodyByNoun(ClaimSetting setting, string words)
    {
        var the = words.LastIndexOf("the ", StringComparison.OrdinalIgnoreCase);
        if (the < 0) return null;
        var bodies = BodiesCalled(setting, [words[(the + "the ".Length)..].Trim()]);
        return bodies.Count == 1 ? bodies[0] : null;
    }

    private static List<KnownEntity> BodiesCalled(ClaimSetting setting, IReadOnlyList<string> nouns) =>
        [.. setting.Entities.Where(IsBody(setting)).Select(e => BodyOf(setting, e)!).Where(b => b.Nouns.Any(noun => nouns.Contains(noun, StringComparer.OrdinalIgnoreCase))).DistinctBy(b => b.Key)];

    private static Func<Entity, bool> IsBody(ClaimSetting setting) => entity => entity.Knowledge is { } key && setting.World.HasMembers(key);

    private static KnownEntity? BodyOf(ClaimSetting setting, Entity entity) => setting.World.Find(entity.Knowledge!);
}
