using OnRecord.Extract.Lexemes;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Times;

/// <summary>Finds the clause that a time or figure stands in, by marks and joining words alone.</summary>
internal static class Clauses
{
    private const int Reach = 60;

    public static TextSpan Around(LexemeText text, int first, int end)
    {
        var from = first;
        for (var i = first - 1; i > 0 && first - i < Reach; i--)
        {
            if (text.EndsSentence(i) || Divides(text, i)) break;
            from = i;
        }
        var to = end;
        for (var i = end; i < text.Count && i - end < Reach; i++)
        {
            if (text.EndsSentence(i) || Divides(text, i)) break;
            to = i + 1;
        }
        return text.Range(from, to);
    }

    // Semicolons, colons, dashes and quotation marks divide clauses; a comma does where a subject can follow.
    private static bool Divides(LexemeText text, int at)
    {
        var lexeme = text[at];
        if (lexeme.Kind != LexemeKind.Mark) return false;
        return lexeme.Code switch
        {
            ';' or '"' or '“' or '”' or '—' or '(' or ')' => true,
            ':' => !text.IsGlued(at + 1),
            ',' => text.Has(at + 1, WordClass.Function) && text.Word(at + 1).Text is "but" or "which" or "who" or "while" or "where" or "and" or "because" or "although" or "though",
            _ => false,
        };
    }
}
