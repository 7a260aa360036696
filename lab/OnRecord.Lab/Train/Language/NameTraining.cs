using OnRecord.Language.Entities;

namespace OnRecord.Lab.Train.Language;

/// <summary>
/// The weights of what label follows what as they are trained: a conditional random field over each sentence, in which a
/// word may have a set of allowed labels where a corpus does not tell them apart.
/// </summary>
internal sealed class NameTraining
{
    private const int Labels = NameLabels.Count;

    private readonly Parameter transitions;
    private readonly double[] factors = new double[(Labels + 1) * Labels];

    public NameTraining(Func<string, int, int, Parameter> add) => transitions = add("name-transitions", Labels + 1, Labels);

    /// <summary>Adds the gradient of the negative log likelihood.</summary>
    /// <param name="scores">Score of a label of a word.</param>
    /// <param name="gradient">Adds to the gradient of that score.</param>
    /// <param name="allowed">The labels each word may have, a bit each.</param>
    public double Learn(Func<int, int, float> scores, Action<int, int, float> gradient, uint[] allowed)
    {
        for (var before = 0; before <= Labels; before++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var isLegal = before == Labels ? !NameLabels.IsFollowing(label) : NameLabels.MayFollow(before, label);
                factors[before * Labels + label] = isLegal ? Math.Exp(transitions.Value[before * Labels + label]) : 0;
            }
        }
        var count = allowed.Length;
        var emissions = new double[count * Labels];
        for (var i = 0; i < count; i++)
        {
            var top = float.NegativeInfinity;
            for (var label = 0; label < Labels; label++) top = Math.Max(top, scores(i, label));
            for (var label = 0; label < Labels; label++) emissions[i * Labels + label] = Math.Exp(scores(i, label) - top);
        }
        var free = Sum(emissions, null, 1, gradient);
        var held = Sum(emissions, allowed, -1, gradient);
        return free - held;
    }

    /// <summary>The logarithm of the sum over all (allowed) sequences; adds its derivative times the sign.</summary>
    private double Sum(double[] emissions, uint[]? allowed, int sign, Action<int, int, float> gradient)
    {
        var count = emissions.Length / Labels;
        var alpha = new double[emissions.Length];
        var scale = new double[count];
        var log = 0.0;
        for (var i = 0; i < count; i++)
        {
            var sum = 0.0;
            for (var label = 0; label < Labels; label++)
            {
                if (allowed is not null && (allowed[i] >> label & 1) == 0) continue;
                var total = 0.0;
                if (i == 0) total = factors[Labels * Labels + label];
                else
                {
                    for (var before = 0; before < Labels; before++) total += alpha[(i - 1) * Labels + before] * factors[before * Labels + label];
                }
                sum += alpha[i * Labels + label] = total * emissions[i * Labels + label];
            }
            scale[i] = sum;
            for (var label = 0; label < Labels; label++) alpha[i * Labels + label] /= sum;
            log += Math.Log(sum);
        }
        var beta = new double[Labels];
        var next = new double[Labels];
        Array.Fill(beta, 1);
        for (var i = count - 1; i >= 0; i--)
        {
            for (var label = 0; label < Labels; label++)
            {
                var p = alpha[i * Labels + label] * beta[label];
                if (p == 0) continue;
                gradient(i, label, (float)(sign * p));
                if (i == 0) transitions.Gradient[Labels * Labels + label] += (float)(sign * p);
            }
            if (i == 0) break;
            Array.Clear(next);
            for (var label = 0; label < Labels; label++)
            {
                if (allowed is not null && (allowed[i] >> label & 1) == 0) continue;
                var after = emissions[i * Labels + label] * beta[label] / scale[i];
                if (after == 0) continue;
                for (var before = 0; before < Labels; before++)
                {
                    var through = factors[before * Labels + label] * after;
                    if (through == 0) continue;
                    next[before] += through;
                    transitions.Gradient[before * Labels + label] += (float)(sign * alpha[(i - 1) * Labels + before] * through);
                }
            }
            (beta, next) = (next, beta);
        }
        return log;
    }
}
