namespace OnRecord.Lab.Evaluate;

/// <summary>How far two texts have the same words, each as often: the measure of the web content extraction benchmark.</summary>
internal readonly record struct WordOverlap(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static WordOverlap Of(string predicted, string gold)
    {
        var own = Words(predicted);
        var wanted = Words(gold);
        if (wanted.Count == 0)
            return own.Count == 0 ? new WordOverlap(1, 1) : default;
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in wanted)
            left[word] = left.GetValueOrDefault(word) + 1;
        var hits = 0;
        foreach (var word in own)
        {
            if (!left.TryGetValue(word, out var count) || count == 0)
                continue;
            left[word] = count - 1;
            hits++;
        }
        return own.Count == 0 ? default : new WordOverlap((double)hits / own.Count, (double)hits / wanted.Count);
    }

    /// <summary>Runs of letters, digits and underscores, in small letters.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }
        return words;
    }
}
