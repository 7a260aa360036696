namespace OnRecord.Language.Coreference;

/// <summary>What the mentions of a growing chain tell together.</summary>
internal sealed class ChainState
{
    public int Size { get; private set; }

    /// <summary>'m', 'f', 'n'; '\0' where nothing tells; 'x' where mentions disagree.</summary>
    public char Gender { get; private set; }

    /// <summary>'m' or 'f' where a pronoun, a title or a noun has told it; '\0' otherwise.</summary>
    public char SureGender { get; private set; }

    /// <summary>The fullest name of a person among its mentions; empty where there is none.</summary>
    public uint[] PersonName { get; private set; } = [];

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
        if (SureGender == '\0' && mention.IsGenderSure && mention.Gender is ('m' or 'f')) SureGender = mention.Gender;
        if (mention.PersonName.Length > PersonName.Length) PersonName = mention.PersonName;
        Number = Joined(Number, mention.Number);
        if (Class == SemanticClass.Unknown || mention.Kind == MentionKind.Name && !HasName && mention.Class != SemanticClass.Unknown) Class = mention.Class;
        HasName |= mention.Kind == MentionKind.Name;
    }

    /// <summary>Whether nothing sure forbids the mention: a man and a woman are two people, and so are two with different given names.</summary>
    public bool Admits(Mention mention)
    {
        if (SureGender != '\0' && mention.IsGenderSure && mention.Gender is ('m' or 'f') && mention.Gender != SureGender) return false;
        return PersonName.Length == 0 || mention.PersonName.Length == 0 || AreOfOne(PersonName, mention.PersonName);
    }

    // "Dahl" or "Anna" may be Anna Dahl; "Anna Maria Dahl" may, and neither "Jonas Dahl" nor "Anna Berg" may.
    private static bool AreOfOne(uint[] known, uint[] told)
    {
        if (known.Length == 1 || told.Length == 1) return known.AsSpan().IndexOfAny(told) >= 0;
        return known[0] == told[0] && known.AsSpan(1).IndexOfAny(told.AsSpan(1)) >= 0;
    }

    private static char Joined(char known, char told) => told == '\0' || told == known ? known : known == '\0' ? told : 'x';
}
