namespace OnRecord.Ledger.Users;

/// <summary>The states of a delivery as they are kept.</summary>
internal static class DeliveryWords
{
    public const string Waiting = "waiting";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    public static DeliveryState Read(string word) => word switch
    {
        Waiting => DeliveryState.Waiting,
        Delivered => DeliveryState.Delivered,
        Failed => DeliveryState.Failed,
        _ => throw new FormatException($"'{word}' is no state of a delivery"),
    };
}
