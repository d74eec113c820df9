namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What was learnt, if anything was.</summary>
internal interface ILearnedSafety
{
    /// <summary>What a message sounds like; null when it sounds like no danger, or nothing was learnt.</summary>
    Sensed? Sense(string text);
}
