namespace OnRecord.Language.Syntax;

/// <summary>
/// The arc-hybrid transition system (Kuhlmann et al. 2011): the state of one parse. A sentence of n words takes exactly
/// 2n transitions. The root lies under the stack and takes one word, the last, so that every parse is a tree with one root.
/// Reused for one sentence after the other; not for two threads at once.
/// </summary>
internal sealed class ArcHybrid
{
    /// <summary>Pushes the next word.</summary>
    public const int Shift = 0;

    /// <summary>The next word becomes the head of the word on top, which is popped.</summary>
    public const int Left = 1;

    /// <summary>The word below becomes the head of the word on top, which is popped.</summary>
    public const int Right = 2;

    /// <summary>What stands for the root.</summary>
    public const int Root = -1;

    /// <summary>What stands for an empty place.</summary>
    public const int Nothing = -2;

    /// <summary>The words a decision looks at.</summary>
    public const int Places = 8;

    private int[] stack = [];
    private int[] leftmost = [];
    private int[] rightmost = [];
    private int[] before = [];
    private int[] after = [];
    private int[] labels = [];

    /// <summary>The number of words in the sentence.</summary>
    public int Count { get; private set; }

    /// <summary>The number of words on the stack, without the root.</summary>
    public int Depth { get; private set; }

    /// <summary>The next word; <see cref="Count"/> when all have been pushed.</summary>
    public int Next { get; private set; }

    /// <summary>Whether every word has its head.</summary>
    public bool IsDone => Next == Count && Depth == 0;

    /// <summary>The word on top of the stack, <see cref="Root"/> where there is none.</summary>
    public int Top => Depth > 0 ? stack[Depth - 1] : Root;

    /// <summary>The next word, or <see cref="Nothing"/>.</summary>
    public int Ahead => Next < Count ? Next : Nothing;

    /// <summary>Begins a sentence.</summary>
    public void Begin(int count)
    {
        Count = count;
        Depth = 0;
        Next = 0;
        if (stack.Length < count)
        {
            (stack, leftmost, rightmost) = (new int[count], new int[count], new int[count]);
            (before, after, labels) = (new int[count], new int[count], new int[count]);
        }
        before.AsSpan(0, count).Clear();
        after.AsSpan(0, count).Clear();
        leftmost.AsSpan(0, count).Fill(Nothing);
        rightmost.AsSpan(0, count).Fill(Nothing);
    }

    /// <summary>A word on the stack: 0 on top, 1 below it; <see cref="Root"/> under the last, <see cref="Nothing"/> below that.</summary>
    public int Stacked(int below) => below < Depth ? stack[Depth - 1 - below] : below == Depth ? Root : Nothing;

    /// <summary>Whether a transition can be taken.</summary>
    public bool Allows(int transition) => transition switch
    {
        Shift => Next < Count,
        Left => Depth > 0 && Next < Count,
        _ => Depth > 1 || Depth == 1 && Next == Count,
    };

    /// <summary>
    /// The words a decision looks at: the three topmost words of the stack and the next word; then the first and the last
    /// word that hang on the topmost, the last that hangs on the second, and the first that hangs on the next word.
    /// </summary>
    public void Look(Span<int> places)
    {
        var top = Top;
        var second = Stacked(1);
        var ahead = Ahead;
        places[0] = top;
        places[1] = second;
        places[2] = Stacked(2);
        places[3] = ahead;
        places[4] = top >= 0 ? leftmost[top] : Nothing;
        places[5] = top >= 0 ? rightmost[top] : Nothing;
        places[6] = second >= 0 ? rightmost[second] : Nothing;
        places[7] = ahead >= 0 ? leftmost[ahead] : Nothing;
    }

    /// <summary>Takes a transition that is allowed.</summary>
    /// <returns>The word that got its head and the head; <see cref="Nothing"/> for a shift.</returns>
    public (int Word, int Head) Take(int transition)
    {
        if (transition == Shift)
        {
            stack[Depth++] = Next++;
            return (Nothing, Nothing);
        }
        var word = stack[--Depth];
        var head = transition == Left ? Next : Top;
        // Each side's words are attached from the inside out, so the newest is the outermost.
        if (transition == Left)
        {
            leftmost[head] = word;
            before[head]++;
        }
        else if (head >= 0)
        {
            rightmost[head] = word;
            after[head]++;
        }
        return (word, head);
    }

    /// <summary>The first word that hangs on a word from before it; <see cref="Nothing"/> where none does or there is no word.</summary>
    public int First(int word) => word >= 0 ? leftmost[word] : Nothing;

    /// <summary>The last word that hangs on a word from behind it; <see cref="Nothing"/> where none does or there is no word.</summary>
    public int Last(int word) => word >= 0 ? rightmost[word] : Nothing;

    /// <summary>How many words before a word hang on it.</summary>
    public int CountBefore(int word) => word >= 0 ? before[word] : 0;

    /// <summary>How many words behind a word hang on it.</summary>
    public int CountAfter(int word) => word >= 0 ? after[word] : 0;

    /// <summary>The number of the relation a word was given; the number of relations where it has none or there is no word.</summary>
    public int Label(int word, int relations) => word >= 0 ? labels[word] : relations;

    /// <summary>Gives a word that has got its head the number of its relation.</summary>
    public void Name(int word, int label) => labels[word] = label;
}
