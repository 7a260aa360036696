namespace OnRecord;

/// <summary>What an entity is.</summary>
public enum EntityType
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A body that can speak or act: a ministry, a party, a company, an alliance.</summary>
    Organisation,

    /// <summary>A country, city, region or site.</summary>
    Place,

    /// <summary>A treaty, law or agreement.</summary>
    Treaty,

    /// <summary>People taken together: a nationality, "European allies".</summary>
    Group,

    /// <summary>Something that happens: a war, a summit, an election.</summary>
    Event,

    /// <summary>Anything else with a name, and what is not yet told apart.</summary>
    Other,
}
