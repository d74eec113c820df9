namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>One way to understand a message. Stages are asked in order; the first that knows, says.</summary>
internal interface IStage
{
    /// <summary>What was meant, or null when this stage does not know.</summary>
    Meaning? Try(Message message);
}
