namespace WalkBuddyBot.Storage.Copying;

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has, in the source and in the target.</param>
public sealed record CopiedTable(string Name, long Rows);
