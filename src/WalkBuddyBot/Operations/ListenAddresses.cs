namespace WalkBuddyBot.Operations;

/// <summary>Where the settings tell the server to listen, in the order in which the server itself heeds them.</summary>
internal static class ListenAddresses
{
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        return Split(configuration["urls"]) is { Count: > 0 } urls
            ? urls
            : [.. Ports(configuration, "http"), .. Ports(configuration, "https")];
    }

    // A port alone means every network there is.
    private static IEnumerable<string> Ports(IConfiguration configuration, string scheme) =>
        Split(configuration[$"{scheme}_ports"]).Select(port => $"{scheme}://*:{port}");

    private static List<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
