using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OnRecord.Language.Learning;

/// <summary>
/// A block of memory in pages of two megabytes, where the system gives them: room is made for it in a few goes rather than in a
/// thousand. It is no matter of the collector's, which would look through everything to make room for it. Not safe to share
/// between threads while it is written.
/// </summary>
internal sealed unsafe partial class WideBlock : IDisposable
{
    /// <summary>Where a part of a block begins: at the begin of one of the processor's lines.</summary>
    public const int Alignment = 64;

    // What Linux calls MADV_HUGEPAGE.
    private const int Huge = 14;

    private const nuint PageSize = 2 << 20;

    private const int SharedSize = 8 << 20;

    // Blocks that were given back, by the power of two of their pages.
    private static readonly ConcurrentBag<WideBlock>[] Idle = [.. Enumerable.Range(0, 32).Select(_ => new ConcurrentBag<WideBlock>())];

    // Where small parts that are kept stand together.
    private static readonly Lock SharingLock = new();
    private static WideBlock? shared;

    private readonly byte* first;
    private readonly nuint size;
    private readonly int power;
    private nuint taken;

    private WideBlock(nuint size, int power)
    {
        this.size = size;
        this.power = power;
        first = (byte*)NativeMemory.AlignedAlloc(size, PageSize);
        // Only advice: a system that has no such pages gives those that it has.
        if (OperatingSystem.IsLinux()) _ = Advise((nuint)first, size, Huge);
    }

    ~WideBlock() => NativeMemory.AlignedFree(first);

    /// <summary>A block of one's own, which may hold anything.</summary>
    /// <param name="bytes">The bytes it is to have room for; see <see cref="SizeOf{T}"/>.</param>
    public static WideBlock Own(long bytes) => new(((nuint)bytes + PageSize - 1) & ~(PageSize - 1), power: -1);

    /// <summary>
    /// A part of a block that others have parts of too: what is small fills no page alone. It is good for as long as the block is held.
    /// </summary>
    /// <param name="count">The number of values, which may be anything.</param>
    /// <param name="part">The part.</param>
    public static WideBlock Share<T>(long count, out T* part)
        where T : unmanaged
    {
        lock (SharingLock)
        {
            var bytes = (nuint)SizeOf<T>(count);
            var block = bytes > SharedSize / 4 ? Own((long)bytes) : shared is { } current && current.size - current.taken >= bytes ? current : shared = Own(SharedSize);
            part = block.Take<T>(count);
            return block;
        }
    }

    /// <summary>A block to work in, which may hold what was there before. Give it back by disposing of it.</summary>
    /// <param name="bytes">The bytes it is to have room for; see <see cref="SizeOf{T}"/>.</param>
    public static WideBlock Rent(long bytes)
    {
        var power = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((ulong)(((nuint)Math.Max(1, bytes) + PageSize - 1) / PageSize)));
        return Idle[power].TryTake(out var block) ? block : new WideBlock(PageSize << power, power);
    }

    /// <summary>The bytes that a part of so many values takes.</summary>
    public static long SizeOf<T>(long count)
        where T : unmanaged => (count * sizeof(T) + Alignment - 1) / Alignment * Alignment;

    /// <summary>The next part of the block. It is good for as long as the block is not given back.</summary>
    /// <exception cref="InvalidOperationException">The block has no room for it.</exception>
    public T* Take<T>(long count)
        where T : unmanaged
    {
        var part = first + taken;
        taken += (nuint)SizeOf<T>(count);
        if (taken > size) throw new InvalidOperationException($"A block of {size} bytes has no room for {taken}.");
        return (T*)part;
    }

    /// <summary>The next part of the block, as a span.</summary>
    /// <exception cref="InvalidOperationException">The block has no room for it.</exception>
    public Span<T> TakeSpan<T>(int count)
        where T : unmanaged => new(Take<T>(count), count);

    /// <summary>Gives the block back, to be lent again.</summary>
    public void Dispose()
    {
        taken = 0;
        if (power >= 0) Idle[power].Add(this);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
