using System.Globalization;

namespace OnRecord.Check;

/// <summary>What a pledge asks of each of those that it binds: a level, or a change from a figure of an earlier year.</summary>
internal sealed class PledgeTarget
{
    // The first word of the action that says from which side a level is reached, where no word of comparison does.
    private static readonly string[] Raising = ["reach", "raise", "rais", "increas", "lift", "spend", "invest", "meet", "achiev", "boost", "attain", "restor", "doubl", "tripl", "grow", "devot", "allocat", "commit", "hit", "expand", "bring up"];
    private static readonly string[] Lowering = ["cut", "reduc", "lower", "limit", "cap", "slash", "halv", "shrink", "curb", "trim", "bring down", "keep below", "keep under"];

    private readonly Pledge pledge;

    private PledgeTarget(Pledge pledge, Comparison comparison, int? baseYear)
    {
        this.pledge = pledge;
        Comparison = comparison;
        BaseYear = baseYear;
    }

    /// <summary>From which side the target is reached.</summary>
    public Comparison Comparison { get; }

    /// <summary>The year a change is counted from; null for a level, and where it is not known.</summary>
    public int? BaseYear { get; }

    public bool IsChange => pledge.IsDifference || pledge.Unit == "times";

    /// <summary>Whether a series in a unit can show that it is kept.</summary>
    public static bool Fits(Pledge pledge, string unit) => pledge switch
    {
        { Unit: "times" } => SeriesChoice.IsSum(unit),
        // A tenth more money is no tenth of a percentage point: a change in percent is of money or of a count.
        { IsDifference: true, Unit: SeriesUnit.Percent } => SeriesChoice.IsSum(unit),
        { IsDifference: true, Unit: "percentage-point" } => !SeriesChoice.IsSum(unit),
        _ => pledge.Unit == unit,
    };

    /// <summary>The target of a pledge; null where the words do not say from which side it is to be reached.</summary>
    /// <param name="pledge">The pledge, with a target.</param>
    /// <param name="text">The text its spans are into.</param>
    /// <param name="reported">The year in which it was reported; null where not known.</param>
    public static PledgeTarget? Of(Pledge pledge, string text, int? reported)
    {
        if (SideOf(pledge, text) is not { } comparison) return null;
        var written = pledge.Baseline is { } words ? YearIn(words.Slice(text)) : null;
        return new PledgeTarget(pledge, comparison, written ?? reported - 1);
    }

    /// <summary>What a country has to reach; null where a change is pledged and there is no figure that it is counted from.</summary>
    public decimal? For(Series series, string country)
    {
        var target = pledge.Target!.Value;
        if (!IsChange) return target;
        if (BaseYear is not { } year || series.Find(country, year)?.Value is not { } from) return null;
        var sign = pledge.Change == Change.Down ? -1 : 1;
        return pledge.Unit switch
        {
            "times" => from * target,
            SeriesUnit.Percent => from * (1 + (sign * target / 100)),
            _ => from + (sign * target),
        };
    }

    private static Comparison? SideOf(Pledge pledge, string text)
    {
        var said = pledge.Comparison ?? Comparison.Equal;
        if (said is not (Comparison.Equal or Comparison.About)) return said;
        if (pledge.Change != Change.None) return pledge.Change == Change.Up ? Comparison.AtLeast : Comparison.AtMost;
        var action = pledge.Action.Slice(text).Replace('\u00A0', ' ').TrimStart();
        if (action.StartsWith("to ", StringComparison.OrdinalIgnoreCase)) action = action[3..];
        if (Raising.Any(verb => action.StartsWith(verb, StringComparison.OrdinalIgnoreCase))) return Comparison.AtLeast;
        return Lowering.Any(verb => action.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) ? Comparison.AtMost : null;
    }

    private static int? YearIn(string words)
    {
        for (var i = 0; i + 4 <= words.Length; i++)
        {
            var isWhole = (i == 0 || !char.IsAsciiDigit(words[i - 1])) && (i + 4 == words.Length || !char.IsAsciiDigit(words[i + 4]));
            if (isWhole && int.TryParse(words.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2200) return year;
        }
        return null;
    }
}
