namespace WalkBuddyBot.Domain;

/// <summary>The id of a person: our own, never a channel's.</summary>
public readonly record struct PersonId(Guid Value);
