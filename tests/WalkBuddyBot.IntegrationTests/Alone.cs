namespace WalkBuddyBot.IntegrationTests;

/// <summary>For tests that count: meters of one name are the process's, so nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
