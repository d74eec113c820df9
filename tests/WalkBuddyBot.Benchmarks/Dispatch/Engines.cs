using WalkBuddyBot.Benchmarks.Dispatch.Databases;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>The two databases, one after the other: SQLite in a folder, PostgreSQL as a server of our own.</summary>
internal static class Engines
{
    /// <param name="report">Told when one cannot be had.</param>
    /// <param name="only">The name of the only one that is wanted; null for both.</param>
    /// <param name="run">What is done on each.</param>
    public static async Task EachAsync(Report report, string? only, Func<Engine, Task> run)
    {
        if (IsWanted(SqliteEngine.Called, only))
        {
            var folder = Directory.CreateTempSubdirectory("walkbuddy-dispatch-");
            try
            {
                await run(new SqliteEngine(folder.FullName));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        if (!IsWanted(PostgresEngine.Called, only))
        {
            return;
        }

        if (await PostgresServer.StartAsync() is not { } server)
        {
            report.Absent(PostgresEngine.Called, "it is not installed here (initdb and pg_ctl were not found)");
            return;
        }

        await using (server)
        {
            await run(new PostgresEngine(server.ConnectionString));
        }
    }

    /// <summary>Whether the service can be opened on it.</summary>
    public static async Task<bool> RunsOnAsync(Engine engine)
    {
        try
        {
            await Child.RunAsync(Cases.Crowd, engine, "crowd_try", "2", "http://127.0.0.1:9");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            await engine.DropAsync("crowd_try");
        }
    }

    private static bool IsWanted(string name, string? only) => only is null || name.Equals(only, StringComparison.OrdinalIgnoreCase);
}
