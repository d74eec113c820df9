namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A test that needs a <see cref="TinyDisk"/>: said to be skipped where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute() => Skip = TinyDisk.IsPossible ? null : TinyDisk.Missing;
}
