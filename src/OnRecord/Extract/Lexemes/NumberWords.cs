namespace OnRecord.Extract.Lexemes;

/// <summary>Words that numbers are written with.</summary>
internal static class NumberWords
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] SmallOrdinals = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];
    private static readonly string[] TensOrdinals = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

    public static void AddTo(LexiconBuilder words)
    {
        for (var i = 0; i < Small.Length; i++) Number(words, Small[i], WordClass.Small, i);
        words.Add("one", WordClass.None).Term = Term.One;
        Number(words, "naught", WordClass.Small, 0);
        Number(words, "nought", WordClass.Small, 0);
        for (var i = 0; i < Tens.Length; i++) Number(words, Tens[i], WordClass.Tens, (i + 2) * 10);
        Number(words, "fourty", WordClass.Tens, 40);
        for (var i = 0; i < SmallOrdinals.Length; i++) Ordinal(words, SmallOrdinals[i], i);
        for (var i = 0; i < TensOrdinals.Length; i++) Ordinal(words, TensOrdinals[i], (i + 2) * 10);
        Ordinal(words, "hundredth", 100);
        Ordinal(words, "thousandth", 1000);
        Ordinal(words, "millionth", 1_000_000);
        words.Add("first", WordClass.None).Term = Term.First;
        words.Add("second", WordClass.None).Term = Term.Second;
        words.Add("third", WordClass.None).Term = Term.Third;

        Part(words, "half", 2, Term.Half);
        Part(words, "halves", 2, Term.Half);
        Part(words, "quarter", 4, Term.Quarter);
        Part(words, "quarters", 4, Term.Quarter);

        Scale(words, "hundred", 100m, Term.Hundred);
        Scale(words, "thousand", 1_000m, Term.Thousand);
        Scale(words, "million", 1_000_000m, Term.Million);
        Scale(words, "billion", 1_000_000_000m);
        Scale(words, "trillion", 1_000_000_000_000m);
        Scale(words, "quadrillion", 1_000_000_000_000_000m);
        Scale(words, "lakh", 100_000m, Term.Lakh);
        Scale(words, "crore", 10_000_000m, Term.Crore);
        Scale(words, "dozen", 12m, Term.Dozen);
        Scale(words, "score", 20m);
        words.Add("score", WordClass.None).Class &= ~WordClass.OpensFigure;
        foreach (var plural in (string[])["hundreds", "thousands", "millions", "billions", "trillions", "lakhs", "crores", "dozens", "scores"])
        {
            var word = words.Add(plural, WordClass.Scale | WordClass.Plural | WordClass.OpensFigure);
            word.Scale = words.Add(plural[..^1], WordClass.None).Scale;
        }
        Sign(words, "bn bln bil b", 1_000_000_000m);
        Sign(words, "m mn mln mil mm", 1_000_000m);
        Sign(words, "k", 1_000m);
        Sign(words, "tn trn tln tr t", 1_000_000_000_000m);
        Sign(words, "cr", 10_000_000m);
        Sign(words, "doz dozs dz dzs", 12m);
        Sign(words, "g", 1_000_000_000m);

        foreach (var (text, term) in (ReadOnlySpan<(string, Term)>)[("few", Term.Few), ("several", Term.Several), ("couple", Term.Couple), ("many", Term.Many), ("some", Term.Some), ("numerous", Term.None), ("handful", Term.None)])
        {
            words.Add(text, WordClass.Vague).Term = term;
        }
        words.AddAll("few several couple many some", WordClass.OpensTime);
        words.Add("minus", WordClass.OpensFigure).Term = Term.Minus;
        words.Add("negative", WordClass.OpensFigure).Term = Term.Minus;
        words.Add("once", WordClass.OpensTime).Term = Term.Once;
        words.Add("twice", WordClass.OpensTime).Term = Term.Twice;
        words.Add("thrice", WordClass.OpensTime).Number = 3;
        words.Add("times", WordClass.None).Term = Term.Times;
    }

    private static void Number(LexiconBuilder words, string text, WordClass wordClass, int value) =>
        words.Add(text, wordClass | WordClass.OpensFigure | WordClass.OpensTime).Number = value;

    private static void Ordinal(LexiconBuilder words, string text, int value)
    {
        words.Add(text, WordClass.Ordinal | WordClass.OpensTime).Number = value;
        if (value < 3) return;
        words.Add(text, WordClass.Fraction).Denominator = value;
        words.Add(text + "s", WordClass.Fraction | WordClass.Plural).Denominator = value;
    }

    private static void Part(LexiconBuilder words, string text, int denominator, Term term)
    {
        var word = words.Add(text, WordClass.Fraction | WordClass.OpensFigure | WordClass.OpensTime);
        word.Denominator = denominator;
        word.Term = term;
    }

    private static void Scale(LexiconBuilder words, string text, decimal scale, Term term = Term.None)
    {
        var word = words.Add(text, WordClass.Scale | WordClass.OpensFigure);
        word.Scale = scale;
        word.Term = term;
    }

    private static void Sign(LexiconBuilder words, string texts, decimal scale)
    {
        foreach (var text in texts.Split(' ')) words.Add(text, WordClass.ScaleSign).Scale = scale;
    }
}
