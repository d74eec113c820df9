namespace WalkBuddyBot.Storage.People;

/// <summary>Takes back the savepoint of a turn that turned out stale half way.</summary>
internal sealed class StaleTurnException : Exception;
