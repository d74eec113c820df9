namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>What a rule makes of a message.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Rule">The stage that says so.</param>
internal readonly record struct Found(Meaning Meaning, IStage Rule);
