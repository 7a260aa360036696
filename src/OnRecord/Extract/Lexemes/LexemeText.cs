using System.Buffers;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Lexemes;

/// <summary>A text with its lexemes, which can be asked for at any place: beyond the ends there are breaks. Not shared between threads.</summary>
internal sealed class LexemeText(string text) : IDisposable
{
    private Lexeme[] items = ArrayPool<Lexeme>.Shared.Rent(Math.Max(64, text.Length / 4));

    public string Text { get; } = text;

    public int Count { get; private set; }

    public Lexeme this[int at] => (uint)at < (uint)Count ? items[at] : default;

    public ReadOnlySpan<Lexeme> Items => items.AsSpan(0, Count);

    public void Add(Lexeme lexeme)
    {
        if (Count == items.Length)
        {
            var larger = ArrayPool<Lexeme>.Shared.Rent(items.Length * 2);
            items.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<Lexeme>.Shared.Return(items);
            items = larger;
        }
        items[Count++] = lexeme;
    }

    public void Dispose()
    {
        ArrayPool<Lexeme>.Shared.Return(items);
        items = [];
        Count = 0;
    }

    public Word Word(int at)
    {
        var lexeme = this[at];
        return lexeme.Kind == LexemeKind.Word ? Lexicon.At(lexeme.Code) : Lexemes.Word.Unknown;
    }

    public Term Term(int at) => Word(at).Term;

    public bool Is(int at, Term term) => Word(at).Term == term;

    public bool Has(int at, WordClass any) => (Word(at).Class & any) != 0;

    public bool IsWord(int at) => this[at].Kind == LexemeKind.Word;

    public bool IsFigures(int at) => this[at].Kind == LexemeKind.Figures;

    public bool IsBreak(int at) => this[at].Kind == LexemeKind.Break;

    public bool IsMark(int at, char mark)
    {
        var lexeme = this[at];
        return lexeme.Kind == LexemeKind.Mark && lexeme.Code == mark;
    }

    /// <summary>A hyphen or dash that joins.</summary>
    public bool IsHyphen(int at)
    {
        var lexeme = this[at];
        return lexeme.Kind == LexemeKind.Mark && lexeme.Code is '-' or '\u2010' or '\u2011' or '\u2013';
    }

    /// <summary>A hyphen with nothing but letters or figures against it on both sides.</summary>
    public bool IsJoint(int at) => IsHyphen(at) && this[at].IsGlued && this[at + 1].IsGlued;

    public bool IsApostrophe(int at)
    {
        var lexeme = this[at];
        return lexeme.Kind == LexemeKind.Mark && lexeme.Code is '\'' or '\u2019' or '\u2018';
    }

    public bool IsGlued(int at) => this[at].IsGlued;

    /// <summary>Whether a sentence ends at the lexeme: a break, or a stop with a blank behind it.</summary>
    public bool EndsSentence(int at)
    {
        var lexeme = this[at];
        if (lexeme.Kind == LexemeKind.Break) return true;
        if (lexeme.Kind != LexemeKind.Mark) return false;
        // The stop of "Oct. 3" and "Mr. Smith" ends nothing.
        return lexeme.Code is '!' or '?' or ';' || lexeme.Code == '.' && !this[at + 1].IsGlued && !Has(at - 1, WordClass.CutShort) && (this[at + 1].Kind != LexemeKind.Word || this[at + 1].IsCapital) && this[at - 1].End - this[at - 1].Start > 2;
    }

    public ReadOnlySpan<char> Slice(int at)
    {
        var lexeme = this[at];
        return Text.AsSpan(lexeme.Start, lexeme.End - lexeme.Start);
    }

    /// <summary>The range of text from one lexeme to before another.</summary>
    public TextSpan Range(int first, int end) => new(this[first].Start, this[end - 1].End);

    /// <summary>The value of a run of at most nine digits; -1 for anything else.</summary>
    public int Integer(int at)
    {
        var lexeme = this[at];
        if (lexeme.Kind != LexemeKind.Figures || lexeme.End - lexeme.Start > 9) return -1;
        var value = 0;
        for (var i = lexeme.Start; i < lexeme.End; i++)
        {
            if ((uint)(Text[i] - '0') > 9) return -1;
            value = value * 10 + Text[i] - '0';
        }
        return value;
    }

    public int Length(int at) => this[at].End - this[at].Start;
}
