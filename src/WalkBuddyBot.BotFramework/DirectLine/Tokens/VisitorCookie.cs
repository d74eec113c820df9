using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>Knows a browser again, so that a page opened tomorrow goes on with today's conversation.</summary>
internal sealed class VisitorCookie(DirectLineTokens tokens, IOptions<DirectLineOptions> options, Origins origins)
{
    public const string Name = "directline_visitor";

    /// <summary>The visitor, or null for a browser that is new or carries something unreadable.</summary>
    public async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await tokens.ReadAsync(request.Cookies[Name], Audience.Visitor, cancellationToken) is TokenReading.Good good
            ? good.Grant.User
            : null;

    public async Task WriteAsync(HttpContext http, string user, CancellationToken cancellationToken) =>
        http.Response.Cookies.Append(Name, await tokens.VisitorAsync(user, cancellationToken), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = origins.IsSecure(http.Request),
            Path = http.Request.PathBase + DirectLinePaths.Base,
            MaxAge = options.Value.VisitorLife,
            IsEssential = true,
        });
}
