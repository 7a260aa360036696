using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>One link of the chain. Its hash covers its number, its kind, its content and the hash of the entry before it.</summary>
internal sealed class Entry
{
    /// <summary>What stands for the entry before the first one.</summary>
    public static readonly byte[] Genesis = new byte[32];

    public required long Number { get; init; }

    public required string Kind { get; init; }

    public required string Content { get; init; }

    public required byte[] ContentSha256 { get; init; }

    public required byte[] Previous { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Makes the entry that follows one with the given hash.</summary>
    public static Entry Make(long number, EntryKind kind, string content, byte[] previous)
    {
        var word = RecordWords<EntryKind>.Of(kind);
        var contentHash = HashOf(content);
        return new Entry { Number = number, Kind = word, Content = content, ContentSha256 = contentHash, Previous = previous, Hash = Link(number, word, contentHash, previous) };
    }

    /// <summary>SHA-256 of a text in UTF-8.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// The hash of an entry: SHA-256 over five lines of ASCII, so that a stranger can work it out with a shell.
    /// docs/reference/ledger.md shows how.
    /// </summary>
    public static byte[] Link(long number, string kind, byte[] contentHash, byte[] previous) =>
        HashOf(string.Create(CultureInfo.InvariantCulture, $"onrecord-entry/1\n{number}\n{kind}\n{Convert.ToHexStringLower(contentHash)}\n{Convert.ToHexStringLower(previous)}\n"));
}
