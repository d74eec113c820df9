namespace WalkBuddyBot.Storage.Json;

/// <summary>A row holds what nothing here has written. Its neighbours go on without it.</summary>
internal sealed class UnreadableRowException(string message) : Exception(message);
