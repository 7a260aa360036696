namespace OnRecord.Ledger.Users;

/// <summary>What somebody may do with a record that is served. Each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Reads, searches and exports.</summary>
    Reader,

    /// <summary>Adds articles and decides about statements.</summary>
    Reviewer,

    /// <summary>Sees who the users are and what they did.</summary>
    Administrator,
}
