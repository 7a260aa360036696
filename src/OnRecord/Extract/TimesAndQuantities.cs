using OnRecord.Extract.Figures;
using OnRecord.Extract.Lexemes;
using OnRecord.Extract.Times;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>Reads both in one pass: quantities need the times, to leave dates out and to say what period they cover.</summary>
internal static class TimesAndQuantities
{
    public static (IReadOnlyList<Timex> Times, IReadOnlyList<Quantity> Quantities, IReadOnlyList<InferredDate> InferredDates) Find(string text, IReadOnlyList<TextSpan> paragraphs, TimeSetting setting, IReadOnlyList<TextSpan>? apart)
    {
        using var lexemes = new LexemeText(text);
        Lexer.Read(text, paragraphs, apart, lexemes);
        var times = new List<Timex>();
        var drafts = new TimeReader(lexemes, setting).Read(times);
        var quantities = new FigureReader(lexemes, drafts, times).Read();
        return (times, quantities, setting.Published is null ? new DateInference(lexemes, drafts).Find() : []);
    }
}
