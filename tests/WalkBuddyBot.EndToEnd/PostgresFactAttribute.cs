using WalkBuddyBot.Tests.Shared;

namespace WalkBuddyBot.EndToEnd;

/// <summary>A test that needs PostgreSQL: said to be skipped where there is none, and never skipped where CI is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsHere)
        {
            Skip = PostgresServer.Missing;
        }
    }
}
