using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>The topics of the article. Programs and stored talk rely on these ids.</summary>
internal static class TopicIds
{
    public static ImmutableArray<string> All { get; } =
    [
        "overview", "low-impact", "circulation", "inflammation", "core-muscles", "flexibility", "leg-muscles-balance", "stress",
        "forest-therapy", "healthy-weight", "overall-health", "mental-health", "getting-started", "causes", "see-a-doctor",
    ];

    /// <summary>The topic a claim belongs to: <c>stress.2</c> is of <c>stress</c>.</summary>
    public static string OfClaim(string claim) => claim.LastIndexOf('.') is var dot and > 0 ? claim[..dot] : claim;
}
