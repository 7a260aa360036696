using System.Buffers;

namespace OnRecord.Language.ModelFiles;

/// <summary>
/// The bytes of a resource where the program already has them in memory, for as long as it runs: nothing is copied, and only
/// what is looked at is read from disk.
/// </summary>
internal sealed unsafe class MappedBytes : MemoryManager<byte>
{
    private readonly byte* first;
    private readonly int length;

    /// <summary>The bytes that a stream over memory has from where it stands. The stream must be of memory that is never given back.</summary>
    public MappedBytes(UnmanagedMemoryStream stream)
    {
        first = stream.PositionPointer;
        length = checked((int)(stream.Length - stream.Position));
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(first, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(first + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
