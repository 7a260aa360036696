using OnRecord.Language.Syntax;

namespace OnRecord.Lab.Train.Language;

/// <summary>The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs a transition makes unreachable.</summary>
internal static class Oracle
{
    public static int Cost(ArcHybrid state, int transition, ReadOnlySpan<int> heads)
    {
        var cost = 0;
        var top = state.Top;
        if (transition == ArcHybrid.Shift)
        {
            var next = state.Next;
            for (var below = 0; below < state.Depth; below++)
            {
                var word = state.Stacked(below);
                if (heads[word] == next) cost++;
                if (below > 0 && heads[next] == word) cost++;
            }
            if (state.Depth > 0 && heads[next] == ArcHybrid.Root) cost++;
            return cost;
        }
        for (var word = state.Next; word < state.Count; word++)
        {
            if (heads[word] == top) cost++;
            if (heads[top] == word && !(transition == ArcHybrid.Left && word == state.Next)) cost++;
        }
        if (transition == ArcHybrid.Left && heads[top] == state.Stacked(1)) cost++;
        return cost;
    }
}
