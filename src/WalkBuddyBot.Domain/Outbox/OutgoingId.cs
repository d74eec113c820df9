namespace WalkBuddyBot.Domain;

/// <summary>The id of an outgoing message.</summary>
public readonly record struct OutgoingId(Guid Value);
