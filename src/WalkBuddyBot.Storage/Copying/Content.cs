namespace WalkBuddyBot.Storage.Copying;

/// <summary>What a table holds: how many rows, and a checksum of all their values in order.</summary>
internal sealed record Content(long Rows, string Checksum);
