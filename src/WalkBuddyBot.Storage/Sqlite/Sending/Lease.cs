namespace WalkBuddyBot.Storage.Sqlite.Sending;

/// <summary>Who holds a row, and until when.</summary>
/// <param name="Owner">The process.</param>
/// <param name="Until">The first millisecond at which it is nobody's.</param>
internal sealed record Lease(string Owner, long Until)
{
    private const long TakenMillis = 10_000;

    // What is under way is not doubted before any send has given up; after a crash the start doubts it at once.
    private const long UnderWayMillis = 60_000;

    public static Lease Taken(string owner, long now) => new(owner, now + TakenMillis);

    public static Lease UnderWay(string owner, long now) => new(owner, now + UnderWayMillis);
}
