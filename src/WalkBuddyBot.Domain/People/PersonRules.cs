namespace WalkBuddyBot.Domain;

/// <summary>What a person set for all their nudges at once.</summary>
/// <param name="Plan">What they mean to do.</param>
/// <param name="Fence">The hours for proactive messages; null while none are set.</param>
/// <param name="Quiet">The quiet hours; null while none are set.</param>
public sealed record PersonRules(Plan Plan, Hours? Fence, Hours? Quiet);
