using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticAssets;

namespace WalkBuddyBot.Page;

/// <summary>Where the page's files are: each has a name that changes with its content, so that a browser may keep it for good.</summary>
internal sealed partial class PageAssets(IEndpointRouteBuilder endpoints)
{
    private readonly Dictionary<string, string> _routes = endpoints.DataSources
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(asset => asset.Selectors.Count == 0)
        .SelectMany(asset => asset.Properties.Where(property => property.Name == "label").Select(label => (Name: label.Value, asset.Route)))
        .DistinctBy(asset => asset.Name)
        .ToDictionary(asset => asset.Name, asset => asset.Route, StringComparer.Ordinal);

    /// <summary>Puts the address of a file wherever the text names it in braces.</summary>
    public string FillIn(string html) => FileName().Replace(html, name => "/" + RouteOf(name.Groups[1].Value));

    private string RouteOf(string name) => _routes.TryGetValue(name, out var route)
        ? route
        : throw new InvalidOperationException($"The chat page needs {name}, and this build does not hold it. Build the service again.");

    [GeneratedRegex(@"\{([a-z]+\.[a-z]+)\}")]
    private static partial Regex FileName();
}
