using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>Whatever names a topic names one that is there.</summary>
internal sealed class ReferenceCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var known = TopicIds.All.Where(id => folder.Files.Any(file => file.Name == $"topics/{id}.md")).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in folder.Topics)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { topic.Id.Text };
            foreach (var next in topic.FollowUps)
            {
                if (!known.Contains(next.Text))
                {
                    yield return topic.File.Mistake(next.Line, $"follow-up \"{next.Text}\" is no topic");
                }
                else if (!seen.Add(next.Text))
                {
                    yield return topic.File.Mistake(next.Line, $"follow-up \"{next.Text}\" is the topic itself or stands here twice");
                }
            }
        }

        foreach (var tip in folder.Tips.Where(tip => tip.Topic.Text.Length > 0 && !known.Contains(tip.Topic.Text)))
        {
            yield return tip.File.Mistake(tip.Topic.Line, $"\"{tip.Topic.Text}\" is no topic");
        }

        foreach (var claim in folder.Claims.Values.Where(claim => !TopicIds.All.Contains(TopicIds.OfClaim(claim.Id))))
        {
            yield return claim.File.Mistake(claim.Line, $"claim \"{claim.Id}\" is of no topic");
        }
    }
}
