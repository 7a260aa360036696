namespace OnRecord.Ledger.Users;

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>Its receiver has taken it.</summary>
    Delivered,

    /// <summary>It was tried as often as is tried, or will not be tried again.</summary>
    Failed,
}
