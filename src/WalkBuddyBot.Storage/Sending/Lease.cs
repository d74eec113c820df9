using NodaTime;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>Who holds a row, and until when.</summary>
/// <param name="Owner">The process.</param>
/// <param name="Until">The first millisecond at which it is nobody's.</param>
internal sealed record Lease(string Owner, long Until)
{
    // A turn hands over its own replies: after a "stop" it waits two seconds, and its delivery gives up after five.
    private static readonly Duration OwnReplies = Duration.FromSeconds(10);

    // A send gives up before the lease it was taken with would end; what is under way is not doubted before that was written.
    private static readonly Duration Slack = Duration.FromSeconds(50);

    public static Lease Taken(string owner, long now, LeaseOptions options) => For(owner, now, options.Taken);

    public static Lease OfTurn(string owner, long now) => For(owner, now, OwnReplies);

    public static Lease UnderWay(string owner, long now, LeaseOptions options) => For(owner, now, options.Taken + Slack);

    private static Lease For(string owner, long now, Duration length) => new(owner, now + (long)length.TotalMilliseconds);
}
