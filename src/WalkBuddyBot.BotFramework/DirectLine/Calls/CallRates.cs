using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Calls;
using WalkBuddyBot.BotFramework.DirectLine.Tokens;
using WalkBuddyBot.BotFramework.Limits;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// Who calls too fast. A call counts against the visitor that its token, ticket or cookie proves; only a call that proves nobody counts
/// against its address, so that a whole office behind one address can talk. Each node counts for itself.
/// </summary>
internal sealed partial class CallRates
{
    private readonly RateLimiter _posts;
    private readonly RateLimiter _reads;
    private readonly RateLimiter _opens;
    private readonly RateLimiter _strangers;
    private readonly CallerAddress _addresses;
    private readonly VisitorCookie _cookie;
    private readonly ILogger _logger;
    private int _hinted;

    public CallRates(VisitorCookie cookie, TimeProvider time, IOptions<DirectLineOptions> options, ILogger<CallRates> logger)
    {
        var rates = options.Value;
        _posts = new RateLimiter(Rate.PerMinute(rates.PostsPerMinute), time);
        _reads = new RateLimiter(Rate.PerMinute(rates.ReadsPerMinute), time);
        _opens = new RateLimiter(Rate.PerMinute(rates.OpensPerMinute), time);
        _strangers = new RateLimiter(Rate.PerHour(rates.NewcomersPerHour), time);
        _addresses = new CallerAddress(CallerAddress.Networks(rates.Proxies) ?? []);
        (_cookie, _logger) = (cookie, logger);
    }

    /// <summary>Null where the visitor may go on.</summary>
    public Refusal? Of(CallKind kind, string user)
    {
        var limiter = kind switch
        {
            CallKind.Post => _posts,
            CallKind.Read => _reads,
            _ => _opens,
        };
        return limiter.TryTake(user, out var retryAfter) ? null : Refusal.TooFast(retryAfter);
    }

    /// <summary>Null where a call with no good token may go on: to be told what is wrong with it, or to become a visitor.</summary>
    /// <returns>The visitor its cookie proves, if it does, and the refusal if there is one.</returns>
    public async Task<(string? User, Refusal? Refusal)> OfUnprovenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await _cookie.ReadAsync(request, cancellationToken) is { } user)
        {
            return (user, Of(CallKind.Open, user));
        }

        if (_strangers.TryTake(_addresses.Of(request.HttpContext), out var retryAfter))
        {
            return (null, null);
        }

        if (_addresses.IsHidden(request.HttpContext) && Interlocked.Exchange(ref _hinted, 1) == 0)
        {
            Log.AllAsOne(_logger);
        }

        return (null, Refusal.TooFast(retryAfter));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Newcomers are refused: they come through a proxy that DirectLine:Proxies does not name, so all count as one address.")]
        public static partial void AllAsOne(ILogger logger);
    }
}
