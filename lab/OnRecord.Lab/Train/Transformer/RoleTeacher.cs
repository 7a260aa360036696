using OnRecord.Extract;
using OnRecord.Lab.Train.Network;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Finds the roles of a passage's tokens by an encoder that is tuned with a layer of sums over the state of each token's first piece
/// and a chain over the roles. What it says of a passage is what the small network learns from. One seed, the same weights each time.
/// </summary>
internal sealed class RoleTeacher
{
    private readonly TransformerEncoder encoder;
    private readonly TeacherOptions options;
    private readonly int width;
    private readonly DenseTraining output;
    private readonly RoleChain chain = new();
    private readonly Xorshift chance;

    /// <param name="encoder">What it is tuned out of.</param>
    /// <param name="options">How.</param>
    public RoleTeacher(TransformerEncoder encoder, TeacherOptions options)
    {
        this.options = options;
        this.encoder = encoder;
        width = encoder.Width;
        chance = new Xorshift(options.Seed);
        output = new DenseTraining(width, RoleNetwork.Output, new Random((int)options.Seed));
    }

    /// <summary>Learns the roles of passages.</summary>
    public void Train(IReadOnlyList<RolePieces> passages, Action<int, double> afterEpoch)
    {
        var pieces = passages.Select(p => p.Pieces).ToList();
        var steps = options.Epochs * PassageBatches.Count(pieces.Count, options.Batch);
        var ofEncoder = new AdamW(encoder.Parameters, options.Rate, steps);
        var ofOutput = new AdamW([output.Weights, output.Bias, .. chain.Parameters], options.OutputRate, steps, decay: 0);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var loss = 0.0;
            foreach (var batch in PassageBatches.Of(pieces, options.Batch, chance))
            {
                loss += Gradients([.. batch.Select(i => passages[i])]);
                ofEncoder.Step(1.0 / batch.Length);
                ofOutput.Step(1.0 / batch.Length);
            }
            afterEpoch(epoch, loss);
        }
    }

    /// <summary>The probability of each role of each token, passage by passage.</summary>
    public float[][] Probabilities(IReadOnlyList<RolePieces> passages)
    {
        var probabilities = new float[passages.Count][];
        var reading = chain.Read();
        foreach (var batch in Enumerable.Range(0, passages.Count).OrderBy(i => passages[i].Pieces.Length).Chunk(32))
        {
            var together = batch.Select(i => passages[i]).ToArray();
            var scores = output.Forward(Gather(encoder.Forward([.. together.Select(p => p.Pieces)]), together), together.Sum(p => p.PieceOf.Length));
            var at = 0;
            foreach (var i in batch)
            {
                var n = passages[i].PieceOf.Length;
                var rows = new float[n * RoleSpan.Roles];
                for (var t = 0; t < n; t++, at++) scores.AsSpan(at * RoleNetwork.Output, RoleSpan.Roles).CopyTo(rows.AsSpan(t * RoleSpan.Roles));
                reading.Marginals(rows, probabilities[i] = new float[rows.Length]);
            }
        }
        return probabilities;
    }

    private double Gradients(RolePieces[] passages)
    {
        var n = passages.Sum(p => p.PieceOf.Length);
        var states = Gather(encoder.Forward([.. passages.Select(p => p.Pieces)], chance), passages);
        var factors = new float[n * width];
        Rows.Drop(states.AsSpan(0, n * width), factors, options.Dropout, chance);
        var scores = output.Forward(states, n);
        var gradient = new float[scores.Length];
        var loss = 0.0;
        var at = 0;
        foreach (var passage in passages)
        {
            loss += chain.Gradient(passage.Labels, [], 0, scores.AsSpan(at * RoleNetwork.Output), gradient.AsSpan(at * RoleNetwork.Output), RoleNetwork.Output);
            at += passage.PieceOf.Length;
        }
        var below = output.Backward(states, n, gradient);
        Rows.Multiply(factors, below);
        encoder.Backward(Scatter(below, passages));
        return loss;
    }

    private float[] Gather(float[] states, RolePieces[] passages)
    {
        var rows = new float[passages.Sum(p => p.PieceOf.Length) * width];
        var (from, to) = (0, 0);
        foreach (var passage in passages)
        {
            foreach (var piece in passage.PieceOf) states.AsSpan((from + piece) * width, width).CopyTo(rows.AsSpan(to++ * width));
            from += passage.Pieces.Length;
        }
        return rows;
    }

    // Tokens may share a piece.
    private float[] Scatter(float[] rows, RolePieces[] passages)
    {
        var gradient = new float[passages.Sum(p => p.Pieces.Length) * width];
        var (from, to) = (0, 0);
        foreach (var passage in passages)
        {
            foreach (var piece in passage.PieceOf) Sums.Add(rows.AsSpan(to++ * width, width), gradient.AsSpan((from + piece) * width, width));
            from += passage.Pieces.Length;
        }
        return gradient;
    }
}
