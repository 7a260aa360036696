using OnRecord.Extract.Figures;

namespace OnRecord.Extract.Lexemes;

/// <summary>What the lexicon knows of one word.</summary>
internal sealed class Word
{
    public static readonly Word Unknown = new() { Text = "" };

    public required string Text { get; init; }

    public WordClass Class { get; set; }

    /// <summary>The word itself, where the grammar asks for it by name.</summary>
    public Term Term { get; set; }

    /// <summary>The value of a number word, the number of a month (1 to 12), a weekday (1 Monday to 7), a fraction's denominator, a season.</summary>
    public int Number { get; set; }

    public int Denominator { get; set; }

    /// <summary>What a scale multiplies by.</summary>
    public decimal Scale { get; set; }

    public Times.TimeUnit Unit { get; set; }

    /// <summary>The TIMEX3 sign of a season or part of the day, the whole value of a deictic.</summary>
    public string Sign { get; set; } = "";

    public Measure? Measure { get; set; }

    public Change Change { get; set; }

    public bool Has(WordClass any) => (Class & any) != 0;
}
