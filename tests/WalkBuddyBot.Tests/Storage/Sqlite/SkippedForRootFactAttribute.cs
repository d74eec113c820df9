namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>A fact about permission bits, which root does not feel.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SkippedForRootFactAttribute : FactAttribute
{
    public SkippedForRootFactAttribute()
    {
        if (Environment.UserName == "root")
        {
            Skip = "Root may write whatever its permission bits say.";
        }
    }
}
