namespace OnRecord.Language.Entities;

/// <summary>What a name is the name of.</summary>
public enum NameType : byte
{
    /// <summary>A person, without titles.</summary>
    Person,

    /// <summary>An institution, a company, a party, an alliance.</summary>
    Organisation,

    /// <summary>A country, a town, a region, a river.</summary>
    Place,

    /// <summary>A nationality, or a religious or political group.</summary>
    Group,

    /// <summary>A building, a road, an airport.</summary>
    Facility,

    /// <summary>A thing that is made: a vehicle, a weapon, a program.</summary>
    Product,

    /// <summary>An election, a war, a summit, a tournament.</summary>
    Event,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A date or a stretch of time.</summary>
    Date,

    /// <summary>Another name: a treaty, a law, a language, a prize.</summary>
    Other,
}
