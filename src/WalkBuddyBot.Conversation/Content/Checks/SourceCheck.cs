using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// What an answer names as its source is a heading of the article, written as the article writes it; each topic has claims.
/// </summary>
internal sealed class SourceCheck : IContentCheck
{
    private static readonly ImmutableArray<string> Headings =
    [
        "Can Walking Relieve Back Pain Naturally?", "A Low-Impact Exercise", "Promotes Circulation", "Reduces Inflammation",
        "Walking Strengthens Core Muscles", "Improves Flexibility", "Strong Leg Muscles Improve Your Balance", "Reduce Stress",
        "Forest Therapy", "A Healthy Weight", "Improve Your Overall Health", "Improves Mental Health", "Wrapping It Up",
    ];

    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        folder.Topics.Where(topic => topic.Section.Text.Length > 0 && !Headings.Contains(topic.Section.Text))
            .Select(topic => topic.File.Mistake(
                topic.Section.Line, $"the article has no heading \"{topic.Section.Text}\"; it has {string.Join(", ", Headings.Select(Quoted))}"))
            .Concat(WithoutClaims(folder));

    private static IEnumerable<ContentMistake> WithoutClaims(ContentFolder folder) =>
        folder.Claims.IsEmpty
            ? []
            : from topic in TopicIds.All
              where !folder.Claims.Keys.Any(claim => TopicIds.OfClaim(claim) == topic)
              select folder.Claims.Values.First().File.Mistake(1, $"there is no claim for \"{topic}\"; add {topic}.1 and its tag");

    private static string Quoted(string heading) => $"\"{heading}\"";
}
