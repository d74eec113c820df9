namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Finds danger signs in a message. Deterministic; the whole message is screened, raw and corrected.</summary>
public interface ISafetyRules
{
    /// <summary>The highest level found, and the words for it.</summary>
    SafetyFinding Assess(string text);
}
