namespace WalkBuddyBot.Domain;

/// <summary>The id of an address.</summary>
public readonly record struct AddressId(Guid Value);
