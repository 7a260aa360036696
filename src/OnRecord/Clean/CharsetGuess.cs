using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace OnRecord.Clean;

/// <summary>Which charset bytes are in when nothing says so.</summary>
internal static class CharsetGuess
{
    internal const string Western = "windows-1252";

    // Statistics of the language settle within a few thousand letters; a fixed window keeps the cost and the answer fixed.
    private const int Window = 256 * 1024;

    // The detector gives a right answer on a sentence or two of 0.8 and more; below this it has seen too few letters to
    // tell, and most press that is not UTF-8 is western.
    private const float LeastConfidence = 0.6f;

    /// <summary>Whether the bytes are UTF-8 without an error, and have at least one letter beyond ASCII to show it.</summary>
    internal static bool IsUtf8BeyondDoubt(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(bytes);

    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes) || IsUtf8WithFlaws(bytes))
            return "utf-8";
        var start = Math.Max(0, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) - 1024);
        var window = bytes[start..Math.Min(bytes.Length, start + Window)].ToArray();
        var best = CharsetDetector.DetectFromBytes(window).Detected;
        if (best is null || best.Confidence < LeastConfidence || best.Encoding is null)
            return Western;
        return CharsetLabel.Resolve(best.Encoding.WebName) ?? Western;
    }

    /// <summary>
    /// Whether the bytes are UTF-8 that was damaged in places: four letters beyond ASCII stand for each flaw. In a legacy
    /// charset a run of high bytes that happens to be well-formed UTF-8 is the exception.
    /// </summary>
    private static bool IsUtf8WithFlaws(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, flaws = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                return letters > 0 && letters >= 4 * flaws;
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) == System.Buffers.OperationStatus.Done)
                letters++;
            else
                flaws++;
            bytes = bytes[Math.Max(1, consumed)..];
        }
    }
}
