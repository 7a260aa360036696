using System.Buffers;

namespace OnRecord.Extract;

/// <summary>
/// Chooses the spans of a passage that are most likely right as wholes, rather than the most likely sequence of roles:
/// minimum Bayes risk over the chain's probabilities. A span is worth how likely exactly it is right, and how likely its
/// tokens have its role, less what a wrong one costs; of spans that overlap, those worth most together are taken.
/// </summary>
internal static class SpanDecoder
{
    // A span that begins or ends so improbably is not looked at.
    private const float LeastBeginning = 0.05f;
    private const float LeastSpan = 0.02f;

    // How much it counts that a span is right to the token, beside the share of its tokens that is; and what a wrong one
    // costs. Chosen on the dev part; the exact border counts for all of a cue, which is short.
    private const float Exact = 0.8f, ExactCue = 1;
    private const float Cost = 0.4f, CostOfCue = 0.45f;

    /// <summary>Adds the spans of a passage, in order.</summary>
    /// <param name="marginals">The probability of each role at each token.</param>
    /// <param name="goesOn">The probability of each role given the one before.</param>
    /// <param name="n">The number of tokens.</param>
    /// <param name="first">The passage's first token.</param>
    /// <param name="spans">Takes the spans.</param>
    public static void Decode(ReadOnlySpan<float> marginals, ReadOnlySpan<float> goesOn, int n, int first, List<RoleSpan> spans)
    {
        const int L = RoleSpan.Roles;
        var best = ArrayPool<float>.Shared.Rent(n + 1);
        var chosen = ArrayPool<(int First, byte Role, float Mean)>.Shared.Rent(n + 1);
        best.AsSpan(0, n + 1).Fill(float.NegativeInfinity);
        best[0] = 0;
        chosen[0] = default;
        for (var i = 0; i < n; i++)
        {
            // A token of no span: what came before stands.
            if (best[i] > best[i + 1])
            {
                best[i + 1] = best[i];
                chosen[i + 1] = (-1, 0, 0);
            }
            for (var role = (int)Role.SourceBegins; role < L; role += 2)
            {
                var reached = marginals[i * L + role];
                if (reached < LeastBeginning) continue;
                var sum = 0f;
                var from = role;
                for (var end = i + 1; end <= n && reached >= LeastSpan; end++)
                {
                    sum += marginals[(end - 1) * L + role] + marginals[(end - 1) * L + role + 1];
                    var on = end < n ? goesOn[(end * L + from) * L + role + 1] : 0;
                    var exact = reached * (1 - on);
                    if (exact >= LeastSpan)
                    {
                        var mean = sum / (end - i);
                        var (share, cost) = role == (int)Role.CueBegins ? (ExactCue, CostOfCue) : (Exact, Cost);
                        var worth = best[i] + share * exact + (1 - share) * mean - cost;
                        if (worth > best[end])
                        {
                            best[end] = worth;
                            chosen[end] = (i, (byte)role, mean);
                        }
                    }
                    reached *= on;
                    from = role + 1;
                }
            }
        }
        var at = spans.Count;
        for (var end = n; end > 0;)
        {
            var (start, role, mean) = chosen[end];
            if (start < 0)
            {
                end--;
                continue;
            }
            spans.Add(new RoleSpan((Role)role, first + start, first + end, mean));
            end = start;
        }
        spans.Reverse(at, spans.Count - at);
        ArrayPool<float>.Shared.Return(best);
        ArrayPool<(int First, byte Role, float Mean)>.Shared.Return(chosen);
    }
}
