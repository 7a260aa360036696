namespace OnRecord.Lab.Train.Coreference;

/// <summary>How the ranking of antecedents is trained. Chosen on the dev parts: docs/design/coreference.md.</summary>
internal sealed record CoreferenceOptions
{
    public int Epochs { get; init; } = 5;

    /// <summary>Epochs in which the chains so far are the gold ones; after them they are the ranking's own.</summary>
    public int GoldEpochs { get; init; } = 1;

    /// <summary>Features seen less often are left out.</summary>
    public int LeastCount { get; init; } = 3;

    public float Rate { get; init; } = 0.1f;

    public float Decay { get; init; } = 1e-4f;

    /// <summary>What it costs to link a mention that begins a chain.</summary>
    public float FalseLink { get; init; } = 0.1f;

    /// <summary>What it costs to leave a mention without its antecedent.</summary>
    public float MissedLink { get; init; } = 3f;

    /// <summary>What it costs to link a mention to the wrong chain.</summary>
    public float WrongLink { get; init; } = 1f;

    /// <summary>How much an example of a pronoun with two names weighs beside a mention of a full text.</summary>
    public float PronounWeight { get; init; } = 2f;

    public uint Seed { get; init; } = 11;

    public static CoreferenceOptions Parse(IEnumerable<string> settings)
    {
        var options = new CoreferenceOptions();
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            var property = parts.Length == 2 ? typeof(CoreferenceOptions).GetProperty(parts[0]) : null;
            if (property is null) throw new ArgumentException($"There is no setting '{setting}'. Settings are NAME=VALUE with NAME one of {string.Join(", ", typeof(CoreferenceOptions).GetProperties().Select(p => p.Name))}.");
            property.SetValue(options, Convert.ChangeType(parts[1], property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }
        return options;
    }
}
