namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>How near a message is to a topic, 0 to 1.</summary>
internal readonly record struct TopicScore(string Topic, double Score);
