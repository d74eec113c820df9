using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Limits;

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
            .. Within(nameof(options.Sockets), options.Sockets, 1, 100_000),
            .. Within(nameof(options.PostsPerMinute), options.PostsPerMinute, 30, 6000),
            .. Within(nameof(options.ReadsPerMinute), options.ReadsPerMinute, 120, 6000),
            .. Within(nameof(options.OpensPerMinute), options.OpensPerMinute, 30, 6000),
            .. Within(nameof(options.NewcomersPerHour), options.NewcomersPerHour, 60, 100_000),
            .. Within(nameof(options.KeepAlive), options.KeepAlive, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)),
            .. Proxies(options),
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

    private static IEnumerable<string> Proxies(DirectLineOptions options)
    {
        if (CallerAddress.Networks(options.Proxies) is null)
        {
            yield return $"{DirectLineOptions.Section}:{nameof(options.Proxies)} is '{options.Proxies}'; allowed is a list of addresses " +
                "and networks, such as 127.0.0.1, 10.0.0.0/8.";
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
