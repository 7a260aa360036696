using OnRecord.Extract.Lexemes;
using OnRecord.Extract.Times;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>
/// Finds dates, times of day, lengths of time and recurring times in English text, with TIMEX3 values (TimeML 1.2.1). Works by
/// a grammar over one pass of the text: no model, linear time, the same result on every run. Stateless and safe to share
/// between threads.
/// </summary>
public static class TimeExpressions
{
    /// <summary>Finds the times of a text, in order, none overlapping another.</summary>
    /// <param name="text">The text. Any string: nothing in it makes this throw.</param>
    /// <param name="setting">What is known of the document; null for nothing, and then times that count from its day stay open and say so.</param>
    /// <param name="apart">Stretches to leave out, in order: every paragraph that one of them touches is not read.</param>
    public static IReadOnlyList<Timex> Find(string text, TimeSetting? setting = null, IReadOnlyList<TextSpan>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var lexemes = new LexemeText(text);
        Lexer.Read(text, Paragraphs.Find(text), apart, lexemes);
        var times = new List<Timex>();
        new TimeReader(lexemes, setting ?? TimeSetting.Unknown).Read(times);
        return times;
    }

    /// <summary>
    /// What the text itself gives away of its day of publication, at most one for each ground: for a document without a
    /// date. It is for a person or the caller to decide on; <see cref="Find"/> never uses it.
    /// </summary>
    /// <param name="text">The text. Any string: nothing in it makes this throw.</param>
    /// <param name="apart">Stretches to leave out, in order.</param>
    public static IReadOnlyList<InferredDate> InferDates(string text, IReadOnlyList<TextSpan>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TimesAndQuantities.Find(text, Paragraphs.Find(text), TimeSetting.Unknown, apart).InferredDates;
    }
}
