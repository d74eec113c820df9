namespace WalkBuddyBot.Nudging.Sending;

/// <summary>
/// How long what was marked may begin. Counted on a clock that runs on while the process is stopped, so that whoever wakes up too late
/// knows it: what it has marked is another's by then.
/// </summary>
internal readonly record struct Window(TimeProvider Time, long From)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public bool IsOpen => Time.GetElapsedTime(From) < Length;

    /// <summary>Opened before the mark is written, so that it never ends later than two seconds after it.</summary>
    public static Window Open(TimeProvider time) => new(time, time.GetTimestamp());
}
