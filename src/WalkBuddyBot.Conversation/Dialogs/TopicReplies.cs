using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What the article says, drawn the same way wherever it is asked for.</summary>
internal static class TopicReplies
{
    private const int MostFollowUps = 2;

    /// <summary>The short answer with its section.</summary>
    public static void Answer(Talk talk, Topic topic)
    {
        talk.SpokeOf(topic.Id, read: 0);
        var source = talk.Say("topic.source", ("section", topic.Section));
        talk.Reply($"{topic.Answer}\n\n{source}", [.. More(talk, topic, read: 0), .. FollowUps(talk, topic)]);
    }

    /// <summary>The next paragraph that was not shown yet; at the end it says so.</summary>
    public static void Further(Talk talk, Topic topic, int read)
    {
        if (read >= topic.More.Length)
        {
            talk.SpokeOf(topic.Id, read);
            talk.Reply(talk.Say("more.end", ("title", topic.Title)), [.. FollowUps(talk, topic), talk.Ways.Tip()]);
            return;
        }

        talk.SpokeOf(topic.Id, read + 1);
        talk.Reply(
            $"{topic.More[read]}\n\n{talk.Say("topic.source", ("section", topic.Section))}",
            [.. More(talk, topic, read + 1), .. FollowUps(talk, topic), talk.Ways.Tip()]);
    }

    private static ImmutableArray<Choice> More(Talk talk, Topic topic, int read) =>
        read < topic.More.Length ? [talk.Ways.More(topic.Id)] : [];

    private static List<Choice> FollowUps(Talk talk, Topic topic)
    {
        var topics = topic.FollowUps.Select(talk.Topics.Find).OfType<Topic>().Take(MostFollowUps).Select(Ways.Ask).ToList();
        return topics.Count > 0 ? topics : [talk.Ways.Help()];
    }
}
