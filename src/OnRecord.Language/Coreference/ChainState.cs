namespace OnRecord.Language.Coreference;

/// <summary>What the mentions of a growing chain tell together.</summary>
internal sealed class ChainState
{
    public int Size { get; private set; }

    /// <summary>'m', 'f', 'n'; '\0' where nothing tells; 'x' where mentions disagree.</summary>
    public char Gender { get; private set; }

    /// <summary>'s', 'p'; '\0' where nothing tells; 'x' where mentions disagree.</summary>
    public char Number { get; private set; }

    /// <summary>The class of its first name, else of its first noun.</summary>
    public SemanticClass Class { get; private set; }

    public bool HasName { get; private set; }

    /// <summary>The index of its last mention.</summary>
    public int Last { get; private set; }

    public void Add(Mention mention, int index)
    {
        Size++;
        Last = index;
        Gender = Joined(Gender, mention.Gender);
        Number = Joined(Number, mention.Number);
        if (Class == SemanticClass.Unknown || mention.Kind == MentionKind.Name && !HasName && mention.Class != SemanticClass.Unknown) Class = mention.Class;
        HasName |= mention.Kind == MentionKind.Name;
    }

    private static char Joined(char known, char told) => told == '\0' || told == known ? known : known == '\0' ? told : 'x';
}
