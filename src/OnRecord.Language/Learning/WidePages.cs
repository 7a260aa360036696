using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OnRecord.Language.Learning;

/// <summary>
/// Large arrays in pages of two megabytes, where the system gives them: room is made for them in a few goes rather than ten
/// thousand.
/// </summary>
internal static unsafe partial class WidePages
{
    // What Linux calls MADV_HUGEPAGE.
    private const int Huge = 14;

    private const nuint PageSize = 2 << 20;

    /// <summary>An array that holds whatever was there before, and does not move.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length, pinned: true);
        if (!OperatingSystem.IsLinux()) return array;
        var first = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        var end = (first + (nuint)length * (nuint)sizeof(T)) & ~(PageSize - 1);
        first = (first + PageSize - 1) & ~(PageSize - 1);
        // Only advice: a system that has no such pages gives those that it has.
        if (end > first) _ = Advise(first, end - first, Huge);
        return array;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
