using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>Where an answer comes from, in a line beneath it.</summary>
internal static class TopicSource
{
    /// <summary>Such as: From the section "Promotes Circulation" of the one article I know. Not medical advice.</summary>
    public static string Source(this IPhrases phrases, Topic topic, string language) => phrases.Say("topic.source", language, ("section", topic.Section));
}
