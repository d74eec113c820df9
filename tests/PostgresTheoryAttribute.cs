namespace WalkBuddyBot.Tests.Shared;

/// <summary>A test that needs PostgreSQL: said to be skipped where there is none, and never skipped where CI is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (!PostgresServer.IsHere)
        {
            Skip = PostgresServer.Missing;
        }
    }
}
