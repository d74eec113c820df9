namespace WalkBuddyBot.Page;

/// <summary>What a browser may do with what this service serves: nothing, unless it is named here.</summary>
internal static class PagePolicy
{
    /// <summary>For every answer that is not the chat page.</summary>
    public const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>No camera, no microphone, no place: the page asks for nothing, and nothing in it may.</summary>
    public const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), " +
        "payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    // Web Chat makes one style element that stays empty and carries no nonce; this is the hash of nothing.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>For the chat page. Pictures may be <c>data:</c> and <c>blob:</c> because Web Chat draws its own that way.</summary>
    public static string For(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
