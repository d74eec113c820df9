using System.Diagnostics;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A disk of a few megabytes in memory, which can be filled and made read-only. To make one a test must be run by root.</summary>
internal sealed class TinyDisk : IDisposable
{
    public const string Missing = "A small disk of its own can only be mounted by root.";

    private readonly string _folder = Directory.CreateTempSubdirectory("walkbuddy-disk-").FullName;

    public TinyDisk(int megabytes) => Assert.True(Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder), "It was not mounted.");

    public static bool IsPossible { get; } = IsMounted();

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(PathOf("ballast"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(PathOf("ballast"));

    /// <summary>Nobody may have a file open for writing.</summary>
    public void SetReadOnly(bool isReadOnly) => Assert.True(Run("mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", _folder), "It was not changed.");

    public void Dispose()
    {
        Run("umount", "-l", _folder);
        Directory.Delete(_folder);
    }

    private static bool IsMounted()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("walkbuddy-disk-").FullName;
        var mounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) && Run("umount", folder);
        Directory.Delete(folder);
        return mounted;
    }

    private static bool Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
