using OnRecord.Language.Syntax;

namespace OnRecord.Lab.Train.Language;

/// <summary>The parser's own layers as they are trained, with a dynamic oracle and exploration.</summary>
internal sealed class ParserTraining
{
    private const double Explored = 0.9;

    private readonly NetworkShape shape;
    private readonly Random random;
    private readonly Parameter empty;
    private readonly Parameter transitions;
    private readonly Parameter transitionBias;
    private readonly Parameter relations;
    private readonly Parameter relationBias;
    private readonly Parameter? table;
    private readonly ArcHybrid state = new();
    private readonly float[] hidden;
    private readonly float[] gradient;
    private readonly int[] places = new int[ArcHybrid.Places];
    private readonly int[] rows = new int[StateFeatures.Count];

    public ParserTraining(NetworkShape shape, Func<string, int, int, Parameter> add, Random random)
    {
        this.shape = shape;
        this.random = random;
        hidden = new float[shape.Hidden];
        gradient = new float[shape.Hidden];
        var range = Math.Sqrt(3.0 / shape.Hidden);
        // What stands in a place without a word: the root, or nothing.
        empty = add("empty", 2, ArcHybrid.Places * shape.Hidden).Fill(random, 0.1);
        transitions = add("transitions", 3, shape.Hidden).Fill(random, range);
        transitionBias = add("transition-bias", 1, 8);
        relations = add("relations", 2 * shape.Relations, shape.Hidden).Fill(random, range);
        relationBias = add("relation-bias", 1, NetworkShape.Eight(2 * shape.Relations));
        if (shape.SeesState) table = add("state", StateFeatures.Rows(shape.Relations), shape.Hidden).Fill(random, 0.05);
    }

    public bool Explores { get; set; }

    public double Learn(Example example, ReadOnlySpan<float> words, Span<float> wordsGradient)
    {
        var loss = 0.0;
        Span<double> scores = stackalloc double[3];
        Span<int> costs = stackalloc int[3];
        var labels = new double[shape.Relations];
        state.Begin(example.Count);
        while (!state.IsDone)
        {
            Hide(words);
            gradient.AsSpan().Clear();
            int best = -1, bestFree = -1, least = int.MaxValue;
            for (var t = 0; t < 3; t++)
            {
                if (!state.Allows(t)) continue;
                scores[t] = Score(transitions, transitionBias, t);
                costs[t] = Oracle.Cost(state, t, example.Heads!);
                least = Math.Min(least, costs[t]);
            }
            double top = double.NegativeInfinity, all = 0, free = 0;
            for (var t = 0; t < 3; t++)
            {
                if (!state.Allows(t)) continue;
                top = Math.Max(top, scores[t]);
                if (best < 0 || scores[t] > scores[best]) best = t;
                if (costs[t] == least && (bestFree < 0 || scores[t] > scores[bestFree])) bestFree = t;
            }
            for (var t = 0; t < 3; t++)
            {
                if (!state.Allows(t)) continue;
                var e = Math.Exp(scores[t] - top);
                all += e;
                if (costs[t] == least) free += e;
            }
            loss += Math.Log(all / free);
            for (var t = 0; t < 3; t++)
            {
                if (!state.Allows(t)) continue;
                var e = Math.Exp(scores[t] - top);
                Push(transitions, transitionBias, t, (float)(e / all - (costs[t] == least ? e / free : 0)));
            }
            var taken = Explores && random.NextDouble() < Explored ? best : bestFree;
            if (taken != ArcHybrid.Shift)
            {
                var word = state.Top;
                var head = taken == ArcHybrid.Left ? state.Next : state.Stacked(1);
                // The state goes on with the relation the parser would give, as it does in reading.
                if (table is not null) state.Name(word, Relation(taken));
                if (example.Heads![word] == head) loss += LearnRelation(taken, example.Relations![word], labels);
            }
            Unhide(wordsGradient);
            state.Take(taken);
        }
        return loss;
    }

    public void Parse(ReadOnlySpan<float> words, int count, int[] heads, int[] labels)
    {
        state.Begin(count);
        while (!state.IsDone)
        {
            Hide(words);
            var best = -1;
            double bestScore = 0;
            for (var t = 0; t < 3; t++)
            {
                if (!state.Allows(t)) continue;
                var score = Score(transitions, transitionBias, t);
                if (best < 0 || score > bestScore) (best, bestScore) = (t, score);
            }
            var (word, head) = state.Take(best);
            if (best == ArcHybrid.Shift) continue;
            heads[word] = head;
            labels[word] = Relation(best);
            state.Name(word, labels[word]);
        }
    }

    private int Relation(int transition)
    {
        var from = transition == ArcHybrid.Left ? 0 : shape.Relations;
        var best = 0;
        var bestScore = Score(relations, relationBias, from);
        for (var i = 1; i < shape.Relations; i++)
        {
            var score = Score(relations, relationBias, from + i);
            if (score > bestScore) (best, bestScore) = (i, score);
        }
        return best;
    }

    private double LearnRelation(int transition, int gold, double[] scores)
    {
        var from = transition == ArcHybrid.Left ? 0 : shape.Relations;
        var top = double.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++) top = Math.Max(top, scores[i] = Score(relations, relationBias, from + i));
        var sum = 0.0;
        foreach (var score in scores) sum += Math.Exp(score - top);
        for (var i = 0; i < scores.Length; i++) Push(relations, relationBias, from + i, (float)(Math.Exp(scores[i] - top) / sum) - (i == gold ? 1 : 0));
        return Math.Log(sum) - (scores[gold] - top);
    }

    private void Hide(ReadOnlySpan<float> words)
    {
        state.Look(places);
        hidden.AsSpan().Clear();
        for (var p = 0; p < places.Length; p++) Products.Add(1, Row(words, empty.Value, p), hidden);
        if (table is not null)
        {
            StateFeatures.Look(state, shape.Relations, rows);
            foreach (var row in rows) Products.Add(1, table.Value.AsSpan(row * shape.Hidden, shape.Hidden), hidden);
        }
        for (var i = 0; i < hidden.Length; i++) hidden[i] = Math.Max(0, hidden[i]);
    }

    private void Unhide(Span<float> wordsGradient)
    {
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i] <= 0) gradient[i] = 0;
        }
        if (table is not null)
        {
            foreach (var row in rows) Products.Add(1, gradient, table.Gradient.AsSpan(row * shape.Hidden, shape.Hidden));
        }
        for (var p = 0; p < places.Length; p++)
        {
            var stride = ArcHybrid.Places * shape.Hidden;
            var target = places[p] >= 0 ? wordsGradient.Slice(places[p] * stride + p * shape.Hidden, shape.Hidden) : empty.Gradient.AsSpan((-places[p] - 1) * stride + p * shape.Hidden, shape.Hidden);
            Products.Add(1, gradient, target);
        }
    }

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> words, ReadOnlySpan<float> none, int place)
    {
        var stride = ArcHybrid.Places * shape.Hidden;
        return places[place] >= 0 ? words.Slice(places[place] * stride + place * shape.Hidden, shape.Hidden) : none.Slice((-places[place] - 1) * stride + place * shape.Hidden, shape.Hidden);
    }

    private float Score(Parameter rows, Parameter bias, int row) => bias.Value[row] + Products.Dot(rows.Value.AsSpan(row * shape.Hidden, shape.Hidden), hidden);

    private void Push(Parameter rows, Parameter bias, int row, float slope)
    {
        bias.Gradient[row] += slope;
        Products.Add(slope, hidden, rows.Gradient.AsSpan(row * shape.Hidden, shape.Hidden));
        Products.Add(slope, rows.Value.AsSpan(row * shape.Hidden, shape.Hidden), gradient);
    }
}
