namespace WalkBuddyBot.Tests.Storage;

/// <summary>The class's tests run on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;
