namespace OnRecord.Lab.Evaluate;

/// <summary>Hits among what was predicted and among what is gold.</summary>
internal sealed class Counts
{
    public int PredictedHits { get; set; }

    public int Predicted { get; set; }

    public int GoldHits { get; set; }

    public int Gold { get; set; }

    public double Precision => Predicted == 0 ? 0 : (double)PredictedHits / Predicted;

    public double Recall => Gold == 0 ? 0 : (double)GoldHits / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public void Add(Counts other)
    {
        PredictedHits += other.PredictedHits;
        Predicted += other.Predicted;
        GoldHits += other.GoldHits;
        Gold += other.Gold;
    }

    public void Add<T>(HashSet<T> predicted, HashSet<T> gold)
    {
        var hits = predicted.Count(gold.Contains);
        PredictedHits += hits;
        GoldHits += hits;
        Predicted += predicted.Count;
        Gold += gold.Count;
    }
}
