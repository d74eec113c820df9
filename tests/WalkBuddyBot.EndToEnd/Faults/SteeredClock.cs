using System.IO.MemoryMappedFiles;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>
/// A wall clock that is set from outside while a process runs, as a person or a time server sets one: the system's, moved by what stands in
/// a small file that every process maps. Elapsed time and timers stay the system's, as they do when a real clock is set.
/// </summary>
internal sealed class SteeredClock : TimeProvider, IDisposable
{
    private const int Bytes = sizeof(long);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public SteeredClock(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        _file = MemoryMappedFile.CreateFromFile(stream, mapName: null, Bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Bytes);
    }

    /// <summary>How far it is ahead of the system's clock.</summary>
    public TimeSpan Ahead
    {
        get => new(_view.ReadInt64(0));
        set => _view.Write(0, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
