using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Times;

internal sealed partial class TimeReader
{
    private enum Tense
    {
        Unknown,
        Past,
        Future,
    }

    private const int TenseReach = 14;

    /// <summary>The tense of the verb nearest to a place in its sentence; verbs before it count sooner than those after.</summary>
    private Tense TenseAt(int first, int end)
    {
        for (var i = first - 1; i > 0 && first - i < TenseReach; i--)
        {
            if (text.EndsSentence(i)) break;
            var tense = TenseOf(i);
            if (tense != Tense.Unknown) return tense;
        }
        for (var i = end; i < text.Count && i - end < TenseReach; i++)
        {
            if (text.EndsSentence(i)) break;
            var tense = TenseOf(i);
            if (tense != Tense.Unknown) return tense;
        }
        return Tense.Unknown;
    }

    private Tense TenseOf(int at)
    {
        var lexeme = text[at];
        if (lexeme.Kind != LexemeKind.Word) return Tense.Unknown;
        var word = text.Word(at);
        if (word.Term == Term.Will) return Tense.Future;
        // "to meet", "expected to begin": what is aimed at lies ahead.
        if (word.Term == Term.To && text.IsWord(at + 1) && !text[at + 1].IsCapital && !text.Has(at + 1, WordClass.Determiner | WordClass.Pointer | WordClass.Small | WordClass.TimeUnit | WordClass.Function) && !text.Is(at - 1, Term.Had)) return IsVerbLike(at + 1) ? Tense.Future : Tense.Unknown;
        // "will be held on Friday": what stands before tells.
        if (word.Has(WordClass.PastVerb)) return text.Word(at - 1).Text == "be" ? Tense.Unknown : Tense.Past;
        if (lexeme.IsCapital || lexeme.End - lexeme.Start < 4) return Tense.Unknown;
        return text.Text[lexeme.End - 1] == 'd' && text.Text[lexeme.End - 2] == 'e' && text.Term(at - 1) is not (Term.Be or Term.Is or Term.The or Term.A) ? Tense.Past : Tense.Unknown;
    }

    private bool IsVerbLike(int at)
    {
        var lexeme = text[at];
        var lastLetter = text.Text[lexeme.End - 1];
        return lastLetter != 's' && !(lastLetter == 'g' && text.Text[lexeme.End - 2] == 'n');
    }
}
