using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace WalkBuddyBot.Page;

/// <summary>The page at <c>/</c> where people talk with the bot.</summary>
public static class ChatPage
{
    /// <summary>Serves the page at <c>/</c> and the files it is made of.</summary>
    public static IEndpointRouteBuilder MapChatPage(this IEndpointRouteBuilder endpoints)
    {
        // Left to itself, a build in Development compresses each file anew while it serves it, always by gzip, and a file that the build
        // made by Brotli would still be announced as that: no browser could read it. So files are served as they were built.
        endpoints.ServiceProvider.GetRequiredService<IConfiguration>()["ReloadStaticAssetsAtRuntime"] = bool.FalseString;

        // Web Chat has 640 KB: on a slow telephone it comes slowly, and Kestrel ends what does not move at all.
        endpoints.MapStaticAssets().DisableRequestTimeout();
        var html = new PageAssets(endpoints).FillIn(Template());
        endpoints.MapGet("/", (HttpContext context) => Show(context.Response, html)).ExcludeFromDescription();

        return endpoints;
    }

    private static ContentHttpResult Show(HttpResponse response, string html)
    {
        // Web Chat writes style elements while it runs; only those that carry this answer's own nonce count.
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        response.Headers.ContentSecurityPolicy = PagePolicy.For(nonce);
        response.Headers[HeaderNames.CacheControl] = "no-store";

        return TypedResults.Content(html.Replace("{nonce}", nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static string Template()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ChatPage.html")!;
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
