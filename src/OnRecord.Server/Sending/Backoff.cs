using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Server.Sending;

/// <summary>How long a delivery that was not taken waits: four times as long after each attempt, and never quite as long as another one.</summary>
internal static class Backoff
{
    /// <summary>How often a delivery is tried. With the waits between, a receiver may be away for a day.</summary>
    public const int MostAttempts = 9;

    private const int Growth = 4;

    // Receivers that come back are not asked by all deliveries in the same second.
    private const double Spread = 0.2;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long to wait after an attempt, counted from 1; null where it was the last. The same delivery waits the same on every machine.</summary>
    public static TimeSpan? After(string id, int attempt)
    {
        if (attempt >= MostAttempts) return null;
        var wait = Math.Min(First.TotalSeconds * Math.Pow(Growth, attempt - 1), Longest.TotalSeconds);
        var seed = BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {attempt}"))));
        return TimeSpan.FromSeconds(wait * (1 - Spread + (2 * Spread * new Random(seed).NextDouble())));
    }
}
