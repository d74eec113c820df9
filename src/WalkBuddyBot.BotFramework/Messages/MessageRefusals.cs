using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>The refusals of <c>/api/messages</c>. The log gets the code; no body tells a stranger more than these words.</summary>
internal static class MessageRefusals
{
    public static Refusal Method { get; } = new(405, "MethodNotAllowed", "Activities are posted.");

    public static Refusal Token { get; } = new(401, "Unauthorized", "The caller is not known.");

    public static Refusal Remote { get; } = new(403, "NotFromHere", "Only programs on the same machine may call.");

    public static Refusal Proxied { get; } = new(403, "Forwarded", "Forwarded calls are not taken.");

    public static Refusal HostName { get; } = new(403, "HostName", "Call localhost, 127.0.0.1 or [::1].");

    public static Refusal Origin { get; } = new(403, "Origin", "Pages of other sites cannot call this.");

    public static Refusal Channel { get; } = new(403, "Channel", "This channel is not let in.");

    public static Refusal ServiceUrl { get; } = new(403, "ServiceUrl", "serviceUrl must be an http or https address on the same machine.");

    public static Refusal TooBig { get; } = new(413, "MessageSizeTooBig", "An activity is at most 256 KiB.");

    public static Refusal Busy { get; } =
        new(503, "ServiceUnavailable", "The end could not be waited for. Sending it again does nothing twice.") { RetryAfter = 5 };

    public static Refusal Away { get; } =
        new(503, "ServiceUnavailable", "The service cannot reach its store just now. Send it again.") { RetryAfter = 2 };
}
