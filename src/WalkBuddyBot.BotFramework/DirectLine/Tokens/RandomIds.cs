using System.Security.Cryptography;

namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>The one place where ids come from chance: 128 bits, so that nobody guesses one.</summary>
internal static class RandomIds
{
    /// <summary>Web Chat takes an id that starts so only from the token, never from the page.</summary>
    public static string User() => "dl_" + Hex();

    public static string Conversation() => Hex();

    public static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
