using WalkBuddyBot.BotFramework.Messages;

namespace WalkBuddyBot.Settings;

/// <summary>Who the bot is to the Bot Framework, and whom it trusts.</summary>
internal sealed class BotOptions
{
    /// <summary><c>SingleTenant</c> or <c>UserAssignedMSI</c>; key <c>MicrosoftAppType</c>, default SingleTenant.</summary>
    public string AppType { get; set; } = "SingleTenant";

    /// <summary>The bot's application (client) id, a GUID; key <c>MicrosoftAppId</c>. Needed in mode Tokens.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant, a GUID; key <c>MicrosoftAppTenantId</c>.</summary>
    public string? TenantId { get; set; }

    /// <summary>How callers prove themselves; key <c>Bot:Auth:Mode</c>, default Tokens.</summary>
    public string Mode { get; set; } = AuthModes.Tokens;

    /// <summary>The mode, once it is known to be one.</summary>
    public InboundMode InboundMode => Enum.Parse<InboundMode>(Mode);

    /// <summary>The keys are the Bot Framework's own, so they do not share a section.</summary>
    public static void Bind(BotOptions options, IConfiguration configuration)
    {
        options.AppType = Text(configuration, "MicrosoftAppType") ?? options.AppType;
        options.AppId = Text(configuration, "MicrosoftAppId");
        options.TenantId = Text(configuration, "MicrosoftAppTenantId");
        options.Mode = Text(configuration, "Bot:Auth:Mode") ?? options.Mode;
    }

    private static string? Text(IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();
}
