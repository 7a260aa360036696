using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OnRecord.Cli;

/// <summary>
/// Has the system give the collector's memory in pages of two megabytes. What is loaded before the first article is some eight megabytes
/// that stay; to have each of their two thousand pages made ready when it is first touched takes longer than to fill them.
/// Only advice: where it is not followed, all runs as it did.
/// </summary>
internal static partial class HeapPages
{
    // What is loaded and the first articles have room in it. Nothing is collected until it is full: there is nothing to collect.
    private const long Loaded = 24 << 20;

    // The collector's regions stand side by side, and these are more than a run over small documents asks for.
    private const nuint Around = 96 << 20;

    private const nuint PageSize = 2 << 20;

    // What Linux calls MADV_HUGEPAGE.
    private const int Huge = 14;

    // With less, memory is worth more than time.
    private const long LeastMemory = 1L << 30;

    /// <summary>Asks for them. To be called once, when little has been asked of the collector and much is about to be.</summary>
    public static void Ask()
    {
        if (!OperatingSystem.IsLinux() || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < LeastMemory) return;
        // So much is made the collector's at once and not bit by bit: only memory that is its own in whole pages can be had in them.
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion || !GC.TryStartNoGCRegion(Loaded)) return;
        var anything = new object();
        var place = Unsafe.As<object, nuint>(ref anything) / PageSize * PageSize;
        _ = Advise(place - Around, 2 * Around, Huge);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
