using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Checks the options at start; a message names the key, the value and what is allowed.</summary>
internal sealed class DirectLineOptionsCheck(IHostEnvironment environment) : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        List<string> wrong =
        [
            .. Within(nameof(options.TokenLife), options.TokenLife, TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(60)),
            .. Within(nameof(options.TicketLife), options.TicketLife, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300)),
            .. Within(nameof(options.VisitorLife), options.VisitorLife, TimeSpan.FromDays(7), TimeSpan.FromDays(400)),
            .. Within(nameof(options.MaxBodyBytes), options.MaxBodyBytes, 64 * 1024, 256 * 1024),
            .. Within(nameof(options.MaxTextLength), options.MaxTextLength, 2000, 4000),
            .. Within(nameof(options.HistoryDays), options.HistoryDays, 1, 365),
            .. Within(nameof(options.HistoryReplay), options.HistoryReplay, 10, 1000),
            .. Within(nameof(options.SocketsPerConversation), options.SocketsPerConversation, 1, 50),
            .. Within(nameof(options.KeepAlive), options.KeepAlive, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)),
            .. Origin(options),
        ];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Within<T>(string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            yield return $"{DirectLineOptions.Section}:{key} is {value}; allowed is {least} to {most}.";
        }
    }

    private IEnumerable<string> Origin(DirectLineOptions options)
    {
        const string Key = $"{DirectLineOptions.Section}:{nameof(DirectLineOptions.PublicOrigin)}";
        var development = environment.IsDevelopment();
        if (string.IsNullOrEmpty(options.PublicOrigin))
        {
            if (options.IsOn(environment) && !development)
            {
                yield return $"{Key} is not set; {DirectLineOptions.Section}:Enabled is true, so outside Development it must be " +
                    "the https address at which browsers reach the service, such as https://chat.example.org.";
            }

            yield break;
        }

        if (!Uri.TryCreate(options.PublicOrigin, UriKind.Absolute, out var origin)
            || origin.PathAndQuery != "/" || origin.UserInfo.Length > 0
            || origin.Fragment.Length > 0 || !(origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && development)))
        {
            yield return $"{Key} is '{options.PublicOrigin}'; allowed is scheme and host only, such as https://chat.example.org " +
                "(http in Development only).";
        }
    }
}
