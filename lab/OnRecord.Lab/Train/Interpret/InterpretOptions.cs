namespace OnRecord.Lab.Train.Interpret;

/// <summary>What the training of the interpreting classifiers can be told. The defaults were chosen by cross-validation.</summary>
internal sealed record InterpretOptions
{
    public int LeastCount { get; init; } = 2;

    /// <summary>Features without a larger weight are left out of the file.</summary>
    public float LeastWeight { get; init; } = 0.02f;

    /// <summary>The features that have weights at most: the table of so many takes half of the next power of two.</summary>
    public int MostFeatures { get; init; } = 131_072;

    public int LinearEpochs { get; init; } = 12;

    public float LinearRate { get; init; } = 0.3f;

    public float LinearDecay { get; init; } = 1e-5f;

    public int Batch { get; init; } = 32;

    public float Rate { get; init; } = 3e-3f;

    public float InputDropout { get; init; } = 0.3f;

    public float WordDropout { get; init; } = 0.05f;

    public float LayerDropout { get; init; } = 0.3f;

    public float OutputDropout { get; init; } = 0.3f;

    public float Smoothing { get; init; } = 0.05f;

    /// <summary>How often the small corpora are gone through; the large one half as often.</summary>
    public int Epochs { get; init; } = 16;

    /// <summary>The units of a direction of simple recurrent units, a multiple of sixteen.</summary>
    public int Units { get; init; } = 48;

    /// <summary>The units of a direction of long short-term memory.</summary>
    public int MemoryUnits { get; init; } = 48;

    /// <summary>How much what a teacher says of a sentence weighs beside what people said of it.</summary>
    public float TaughtShare { get; init; } = 0.8f;

    /// <summary>How much the states of the teachers weigh, which their pupils' networks foretell, beside the labels; nought to learn from what they say alone.</summary>
    public float HintWeight { get; init; } = 3;

    /// <summary>The corpora whose pupils have teachers, where encoders to begin with are given.</summary>
    public string Taught { get; init; } = "claimbuster+pledges";

    /// <summary>How many sentences of news without labels the teachers are asked about, and how many of speeches.</summary>
    public int Unlabelled { get; init; } = 12_000;

    /// <summary>How often the teachers are asked about each sentence of the corpus with some of its words exchanged.</summary>
    public int Exchanged { get; init; } = 2;

    /// <summary>How many teachers the folds of a corpus have at most, of each encoder.</summary>
    public int MostTeachers { get; init; } = 4;

    /// <summary>How often the teachers go through the corpus.</summary>
    public int TeacherEpochs { get; init; } = 2;

    /// <summary>The corpora whose sentences in doubt are read again by an encoder, where teachers are given.</summary>
    public string ReadAgain { get; init; } = "claimbuster";

    /// <summary>The layers of the encoder that reads again: so many of the first teacher's, from the first on.</summary>
    public int SecondLayers { get; init; } = 3;

    /// <summary>How often it goes through its sentences.</summary>
    public int SecondEpochs { get; init; } = 1;

    /// <summary>From which probability on a sentence is read again.</summary>
    public float DoubtLow { get; init; } = 0.33f;

    /// <summary>Up to which probability a sentence is read again.</summary>
    public float DoubtHigh { get; init; } = 0.5f;

    /// <summary>Networks learn with memory from more sentences than this.</summary>
    public int FewestForMemory { get; init; } = 3500;

    /// <summary>How much the linear model weighs in the pool.</summary>
    public float LinearShare { get; init; } = 0.35f;

    /// <summary>The corpora that alone are learned from anew, joined by +; the parts of the others stay as they are in the weights. Empty for all.</summary>
    public string Only { get; init; } = "";

    /// <summary>The same for pupils of teachers, whose linear models learn from many more sentences. Chosen on the first fold of ClaimBuster.</summary>
    public InterpretOptions ForPupils() => this with { LeastCount = 3, LinearEpochs = 8, LinearRate = 0.15f, LinearShare = 0.5f };

    /// <summary>Whatever differs from the defaults, as it is given on the command line.</summary>
    public override string ToString()
    {
        var defaults = new InterpretOptions();
        return string.Concat(typeof(InterpretOptions).GetProperties().Where(p => !Equals(p.GetValue(this), p.GetValue(defaults)))
            .Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" --set {p.Name}={p.GetValue(this)}")));
    }

    /// <summary>The options with some set by name: <c>Units=64</c>.</summary>
    public static InterpretOptions Parse(IEnumerable<string> settings)
    {
        var options = new InterpretOptions();
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            var property = typeof(InterpretOptions).GetProperty(parts[0]) ?? throw new ArgumentException($"There is no setting '{parts[0]}'. There are: {string.Join(", ", typeof(InterpretOptions).GetProperties().Select(p => p.Name))}.");
            property.SetValue(options, Convert.ChangeType(parts[1], property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }
        return options;
    }
}
