using System.Diagnostics;

namespace WalkBuddyBot.Benchmarks;

/// <summary>Keeps this thread, and those it starts meanwhile, to one core; until disposed.</summary>
internal sealed class OneCore : IDisposable
{
    private readonly nint? _all;

    public OneCore()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Process.GetCurrentProcess();
        var all = process.ProcessorAffinity;
        _all = all;
        // The highest: the lowest is where interrupts tend to go.
        process.ProcessorAffinity = Enumerable.Range(0, (nint.Size * 8) - 1).Select(core => (nint)1 << core).Last(core => (all & core) != 0);
    }

    public void Dispose()
    {
        if (_all is { } all && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = all;
        }
    }
}
