namespace OnRecord.Lab.Train;

/// <summary>What the training of the attribution stage can be told. The defaults were chosen on the dev part.</summary>
internal sealed record AttributionOptions
{
    public int Epochs { get; init; } = 6;

    public float Rate { get; init; } = 0.2f;

    /// <summary>The share of features left out at each step.</summary>
    public float Dropout { get; init; } = 0.7f;

    public float Decay { get; init; } = 1e-3f;

    /// <summary>How many networks are trained, from one seed after the other, and pooled.</summary>
    public int Networks { get; init; } = 1;

    public int Layers { get; init; } = 2;

    public int Units { get; init; } = 96;

    public int NetworkEpochs { get; init; } = 12;

    public float NetworkRate { get; init; } = 2e-3f;

    public float InputDropout { get; init; } = 0.3f;

    public float LayerDropout { get; init; } = 0.4f;

    /// <summary>How much the hashed features weigh in the pool; the networks have the rest.</summary>
    public float FeatureShare { get; init; } = 0.08f;

    /// <summary>Whether the weights are those of the fast reading: no grammar, no names, no hashed features.</summary>
    public bool Fast { get; init; }

    public int Seed { get; init; } = 42;

    /// <summary>How often each document is learned with some of its words exchanged.</summary>
    public int Exchanged { get; init; } = 1;

    /// <summary>How much what a teacher says weighs beside what people marked.</summary>
    public float TaughtShare { get; init; } = 0.6f;

    /// <summary>How often the teachers go through their part of the corpus.</summary>
    public int TeacherEpochs { get; init; } = 3;

    /// <summary>The settings of the fast weights that ship.</summary>
    public static AttributionOptions ForFast => new() { Fast = true, Units = 80 };

    /// <summary>Whatever differs from the defaults, as it is given on the command line.</summary>
    public override string ToString()
    {
        var defaults = new AttributionOptions();
        var words = typeof(AttributionOptions).GetProperties().Where(p => !Equals(p.GetValue(this), p.GetValue(defaults)))
            .Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" --set {p.Name}={p.GetValue(this)}"));
        return string.Concat(words);
    }

    /// <summary>The options with some set by name: <c>Units=96</c>.</summary>
    public static AttributionOptions Parse(IEnumerable<string> settings)
    {
        var options = new AttributionOptions();
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            var property = typeof(AttributionOptions).GetProperty(parts[0]) ?? throw new ArgumentException($"There is no setting '{parts[0]}'. There are: {string.Join(", ", typeof(AttributionOptions).GetProperties().Select(p => p.Name))}.");
            property.SetValue(options, Convert.ChangeType(parts[1], property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }
        return options;
    }
}
