namespace OnRecord.Interpret.Threads;

/// <summary>The content words of one wording as numbers of a <see cref="Vocabulary"/>, the rarest first. Two are comparable only where one vocabulary made both.</summary>
internal readonly struct Wording(int[] words)
{
    public int Count => words.Length;

    /// <summary>The rarest words, so many that two wordings as alike as asked for share one of them; all of them for a likeness of 0.</summary>
    public ReadOnlySpan<int> Rarest(double likeness) => words.AsSpan(0, Math.Min(words.Length, words.Length - (int)Math.Ceiling(likeness * words.Length) + 1));

    /// <summary>How many words both have.</summary>
    public int Shared(Wording other)
    {
        var theirs = other.Words;
        var (i, j, shared) = (0, 0, 0);
        while (i < words.Length && j < theirs.Length)
        {
            if (words[i] == theirs[j])
            {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
            else if (words[i] < theirs[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }

    /// <summary>The share of all their words that both have (Jaccard); 0 where one has none.</summary>
    public double Likeness(Wording other)
    {
        if (Count == 0 || other.Count == 0) return 0;
        var shared = Shared(other);
        return (double)shared / (Count + other.Count - shared);
    }

    /// <summary>The share of the shorter wording's words that stand in the longer; 0 where one has none.</summary>
    public double Containment(Wording other) => Count == 0 || other.Count == 0 ? 0 : (double)Shared(other) / Math.Min(Count, other.Count);

    private int[] Words => words;
}
