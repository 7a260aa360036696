using OnRecord.Extract.Figures;
using OnRecord.Extract.Lexemes;
using OnRecord.Extract.Times;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>
/// Finds figures with their units, bounds, direction and period in English text: money, percentages, shares, counts, measures,
/// lengths of time. Works by a grammar over one pass of the text: no model, linear time, the same result on every run.
/// Stateless and safe to share between threads.
/// </summary>
public static class Quantities
{
    /// <summary>Finds the quantities of a text, in order, none overlapping another.</summary>
    /// <param name="text">The text. Any string: nothing in it makes this throw.</param>
    /// <param name="setting">What is known of the document; null for nothing.</param>
    /// <param name="apart">Stretches to leave out, in order: every paragraph that one of them touches is not read.</param>
    public static IReadOnlyList<Quantity> Find(string text, TimeSetting? setting = null, IReadOnlyList<TextSpan>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TimesAndQuantities.Find(text, Paragraphs.Find(text), setting ?? TimeSetting.Unknown, apart).Quantities;
    }
}
