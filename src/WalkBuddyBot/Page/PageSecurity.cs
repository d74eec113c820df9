namespace WalkBuddyBot.Page;

/// <summary>The headers that keep a browser strict with every answer of this service.</summary>
public static class PageSecurity
{
    /// <summary>Adds them. Stands first, so that errors and refusals carry them too; an endpoint may set a policy of its own.</summary>
    public static IApplicationBuilder UsePageSecurity(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy.Nothing;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PagePolicy.Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        return next(context);
    });
}
