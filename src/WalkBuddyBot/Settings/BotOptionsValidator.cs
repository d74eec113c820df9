using Microsoft.Extensions.Options;

namespace WalkBuddyBot.Settings;

/// <summary>Refuses what would be unsafe or could not work, and says what to set.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var wrong = new List<string>();
        if (options.AppType is not ("SingleTenant" or "UserAssignedMSI"))
        {
            wrong.Add($"MicrosoftAppType is '{options.AppType}'; allowed: SingleTenant, UserAssignedMSI.");
        }

        if (options.AppId is { } id && !Guid.TryParse(id, out _))
        {
            wrong.Add($"MicrosoftAppId is '{id}'; allowed: the bot's application id, a GUID such as 00000000-0000-0000-0000-000000000000.");
        }

        if (options.TenantId is { } tenant && !Guid.TryParse(tenant, out _))
        {
            wrong.Add($"MicrosoftAppTenantId is '{tenant}'; allowed: a GUID.");
        }

        if (ModeMistake(options) is { } mode)
        {
            wrong.Add(mode);
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private string? ModeMistake(BotOptions options) => options.Mode switch
    {
        AuthModes.Tokens when options.AppId is null && !environment.IsDevelopment() =>
            "MicrosoftAppId is not set and Bot:Auth:Mode is Tokens. Set MicrosoftAppId to the bot's application id, "
            + "or set Bot:Auth:Mode to Off to run the web chat alone.",
        AuthModes.NoneLoopbackOnly when !environment.IsDevelopment() =>
            "Bot:Auth:Mode is NoneLoopbackOnly, which is for Development; here the environment is "
            + $"{environment.EnvironmentName}. Allowed: Tokens, Off.",
        AuthModes.Tokens or AuthModes.NoneLoopbackOnly or AuthModes.Off => null,
        _ => $"Bot:Auth:Mode is '{options.Mode}'; allowed: Tokens, NoneLoopbackOnly (Development only), Off.",
    };
}
