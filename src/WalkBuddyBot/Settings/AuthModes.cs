using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.Settings;

/// <summary>The values of <c>Bot:Auth:Mode</c>.</summary>
internal static class AuthModes
{
    /// <summary>Callers of the Bot Framework endpoint prove themselves with tokens.</summary>
    public const string Tokens = nameof(InboundMode.Tokens);

    /// <summary>No proof, on loopback and in Development only.</summary>
    public const string NoneLoopbackOnly = nameof(InboundMode.NoneLoopbackOnly);

    /// <summary>There is no Bot Framework endpoint, so no app id is needed.</summary>
    public const string Off = nameof(InboundMode.Off);
}
