using OnRecord.Extract;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Network;

/// <summary>The chain over the roles of a passage while it is trained: how often one begins a passage or follows another.</summary>
internal sealed class RoleChain
{
    private const int L = RoleSpan.Roles;

    private readonly Parameter starts = new("starts", 1, L);
    private readonly Parameter steps = new("steps", L, L);

    public RoleChain()
    {
        for (var i = 0; i < Forbidden.Length; i++) steps.Value[i] = Forbidden[i] ? -30 : 0;
    }

    /// <summary>Whether a role, at <c>from * Roles + to</c>, may not follow another: a part goes on only after it has begun.</summary>
    public static bool[] Forbidden { get; } = FindForbidden();

    public IReadOnlyList<Parameter> Parameters => [starts, steps];

    /// <summary>The score of each role at the beginning, then of each after each other.</summary>
    public float[] Values => [.. starts.Value.AsSpan(0, L), .. steps.Value.AsSpan(0, L * L)];

    /// <summary>The chain as it stands.</summary>
    public LinearChain Read() => new(L, starts.Value[..L], steps.Value[..(L * L)]);

    /// <summary>
    /// Gives the gradient of a passage's scores and adds that of the chain. Of a teacher's probabilities, which stand for each token by
    /// itself, the chain's steps learn nothing.
    /// </summary>
    /// <param name="labels">The roles that people marked.</param>
    /// <param name="taught">The probabilities of a teacher, or nothing.</param>
    /// <param name="share">How much the teacher weighs, where there is one.</param>
    /// <param name="scores">The scores of the tokens, a row each.</param>
    /// <param name="gradient">Takes their gradient, laid out likewise.</param>
    /// <param name="width">The length of a row.</param>
    /// <returns>The loss.</returns>
    public double Gradient(ReadOnlySpan<byte> labels, ReadOnlySpan<float> taught, float share, ReadOnlySpan<float> scores, Span<float> gradient, int width)
    {
        var n = labels.Length;
        if (taught.IsEmpty) share = 0;
        var rows = new float[n * L];
        var marginals = new float[n * L];
        var pairs = new float[L * L];
        for (var i = 0; i < n; i++) scores.Slice(i * width, L).CopyTo(rows.AsSpan(i * L));
        var loss = Read().Marginals(rows, marginals, pairs);
        for (var i = 0; i < n; i++)
        {
            for (var l = 0; l < L; l++)
            {
                var target = (labels[i] == l ? 1 - share : 0) + (share > 0 ? share * taught[i * L + l] : 0);
                gradient[i * width + l] = marginals[i * L + l] - target;
                loss -= target * (rows[i * L + l] + (i == 0 ? starts.Value[l] : 0));
                if (i == 0) starts.Gradient[l] += marginals[l] - target;
            }
            if (i == 0) continue;
            pairs[labels[i - 1] * L + labels[i]] -= 1;
            loss -= (1 - share) * steps.Value[labels[i - 1] * L + labels[i]];
        }
        for (var i = 0; i < pairs.Length; i++) steps.Gradient[i] += Forbidden[i] ? 0 : (1 - share) * pairs[i];
        return loss;
    }

    private static bool[] FindForbidden()
    {
        var forbidden = new bool[L * L];
        for (var from = 0; from < L; from++)
        {
            foreach (var goesOn in (Role[])[Role.SourceGoesOn, Role.CueGoesOn, Role.ContentGoesOn])
            {
                forbidden[from * L + (int)goesOn] = from != (int)goesOn && from != (int)goesOn - 1;
            }
        }
        return forbidden;
    }
}
