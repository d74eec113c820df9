using System.Security.Cryptography;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// An id of ours for an activity that came without one, so that it has its place in the inbox. It means nothing to the channel: never reply
/// to it by id, never send it back.
/// </summary>
public static class OwnId
{
    private const string Prefix = "walkbuddybot-";
    private const int Bytes = 16;

    /// <summary>One that nothing else has: such an activity is never taken for a repeat.</summary>
    public static string New() => Prefix + RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true);

    /// <summary>Whether an id is one of these.</summary>
    public static bool Is(string? id) => id?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
