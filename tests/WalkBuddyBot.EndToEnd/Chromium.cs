namespace WalkBuddyBot.EndToEnd;

/// <summary>The browser these tests drive: the one that is installed, nothing is downloaded.</summary>
internal static class Chromium
{
    public const string Missing = "No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run",
    ];

    private static readonly string?[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    public static string? Path { get; } = Array.Find(Places, File.Exists);

    public static bool Required { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path ?? throw new InvalidOperationException(Missing), Args = Quiet });
}
