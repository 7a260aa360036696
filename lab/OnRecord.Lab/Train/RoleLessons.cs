using System.Runtime.InteropServices;
using OnRecord.Extract;
using OnRecord.Lab.Train.Network;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language.Pieces;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Lab.Train;

/// <summary>
/// What teachers say of the roles in a collection (distillation: Hinton et al. 2015). The documents are dealt into parts, and of each
/// part, and of whatever was made of its documents, that teacher is heard that was not tuned to it.
/// </summary>
internal static class RoleLessons
{
    /// <summary>The teachers of each encoder, each tuned to the documents of all parts but its own.</summary>
    public const int Teachers = 3;

    /// <summary>Gives each passage the mean of what the teachers of its part say of it.</summary>
    /// <param name="analyses">The documents, those of the corpus first and then those made of them, in the same order.</param>
    /// <param name="count">How many are of the corpus itself.</param>
    /// <param name="passages">The passages of all of them.</param>
    /// <param name="pretrained">The encoders that teachers begin with, by name.</param>
    /// <param name="options">How long is learned.</param>
    /// <param name="kept">A folder to keep what each teacher says, so that another run need not tune it again; null for none.</param>
    /// <param name="log">Told what was done.</param>
    public static List<RolePassage> Hear(IReadOnlyList<Analysis> analyses, int count, List<RolePassage> passages, IReadOnlyList<(string Name, PretrainedEncoder Encoder)> pretrained, AttributionOptions options, string? kept, TextWriter log)
    {
        int[] documentOf = [.. analyses.SelectMany((a, d) => Passages.Of(a).Select(_ => d))];
        return Teach(passages, documentOf, count, [.. pretrained.Select(p => Ask(p.Name, p.Encoder))]);

        Func<int, int[], int[], float[][]> Ask(string name, PretrainedEncoder encoder)
        {
            var pieces = new Lazy<List<RolePieces>>(() => Cut(analyses, passages, encoder.Pieces));
            return (part, taught, asked) =>
            {
                var path = kept is null ? null : Path.Combine(kept, FormattableString.Invariant($"roles.{part}.{name}.bin"));
                if (path is not null && File.Exists(path)) return Read(path, [.. asked.Select(i => passages[i].Labels.Length)]);
                var learning = new TeacherOptions { Epochs = options.TeacherEpochs };
                var teacher = new RoleTeacher(new TransformerEncoder(encoder.Tensors, new TransformerShape { Dropout = learning.Dropout }), learning);
                teacher.Train([.. taught.Select(i => pieces.Value[i]).Where(p => !p.IsCut)], (epoch, loss) => log.WriteLine(FormattableString.Invariant($"teacher {name} {part}, epoch {epoch + 1}: loss {loss:F0}")));
                // What was cut off is not asked about: such a passage is learned without a teacher.
                var whole = asked.Where(i => !pieces.Value[i].IsCut).ToArray();
                var said = teacher.Probabilities([.. whole.Select(i => pieces.Value[i])]);
                var of = whole.Select((passage, i) => (passage, i)).ToDictionary(p => p.passage, p => said[p.i]);
                float[][] all = [.. asked.Select(i => of.GetValueOrDefault(i) ?? Unasked(passages[i]))];
                if (path is not null) Write(path, all);
                return all;
            };
        }
    }

    /// <summary>Gives each passage the mean of what is said of its part.</summary>
    /// <param name="passages">The passages.</param>
    /// <param name="documentOf">The document of each.</param>
    /// <param name="count">How many documents are of the corpus itself; those after them were made of them, in the same order.</param>
    /// <param name="askers">
    /// For each encoder, tunes a teacher for a part to some passages, which are of the corpus itself, and asks it about others: the probability of each
    /// role of each token; not a number where it cannot say.
    /// </param>
    internal static List<RolePassage> Teach(IReadOnlyList<RolePassage> passages, int[] documentOf, int count, IReadOnlyList<Func<int, int[], int[], float[][]>> askers)
    {
        if (askers.Count == 0) return [.. passages];
        var taught = passages.Select(p => new float[p.Labels.Length * RoleSpan.Roles]).ToArray();
        foreach (var ask in askers)
        {
            Parallel.For(0, Teachers, part =>
            {
                int[] others = [.. Enumerable.Range(0, passages.Count).Where(i => documentOf[i] < count && documentOf[i] % Teachers != part)];
                int[] asked = [.. Enumerable.Range(0, passages.Count).Where(i => documentOf[i] % count % Teachers == part)];
                var said = ask(part, others, asked);
                for (var i = 0; i < said.Length; i++)
                {
                    for (var k = 0; k < said[i].Length; k++) taught[asked[i]][k] += said[i][k] / askers.Count;
                }
            });
        }
        return [.. passages.Select((p, i) => p with { Taught = taught[i].Any(float.IsNaN) ? [] : taught[i] })];
    }

    private static float[] Unasked(RolePassage passage)
    {
        var none = new float[passage.Labels.Length * RoleSpan.Roles];
        Array.Fill(none, float.NaN);
        return none;
    }

    private static List<RolePieces> Cut(IReadOnlyList<Analysis> analyses, List<RolePassage> passages, WordPieces vocabulary)
    {
        var pieces = new List<RolePieces>();
        foreach (var analysis in analyses)
        {
            foreach (var (first, end, _) in Passages.Of(analysis))
            {
                var start = analysis.Tokens[first].Start;
                var run = vocabulary.Cut(analysis.Text.AsSpan(start..analysis.Tokens[end - 1].End), TransformerEncoder.LongestPassage);
                pieces.Add(new RolePieces(run.Pieces, run.PiecesOf([.. analysis.Tokens.Take(first..end).Select(t => new TextSpan(t.Start - start, t.End - start))]), passages[pieces.Count].Labels));
            }
        }
        return pieces;
    }

    private static float[][] Read(string path, int[] lengths)
    {
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
        if (values.Length != lengths.Sum() * RoleSpan.Roles) throw new InvalidDataException($"{path} was kept for other texts. Remove it to have the teacher tuned anew.");
        var said = new float[lengths.Length][];
        var at = 0;
        for (var i = 0; i < said.Length; i++) (said[i], at) = (values[at..(at + lengths[i] * RoleSpan.Roles)], at + lengths[i] * RoleSpan.Roles);
        return said;
    }

    private static void Write(string path, float[][] said)
    {
        using var file = File.Create(path);
        foreach (var row in said) file.Write(MemoryMarshal.AsBytes(row.AsSpan()));
    }
}
