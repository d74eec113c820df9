using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.Benchmarks;

/// <summary>The named peer: one small row inserted and committed alone, with the durability that the service has (WAL, synchronous FULL).</summary>
internal sealed class BareCommits(SqliteConnection connection, SqliteCommand insert) : IAsyncDisposable
{
    public static async Task<BareCommits> OpenAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using (var setUp = connection.CreateCommand())
        {
            setUp.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT NOT NULL);";
            await setUp.ExecuteNonQueryAsync();
        }

        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO said (text) VALUES ('why does walking help my back?')";
        return new(connection, insert);
    }

    public Task CommitAsync(int number) => insert.ExecuteNonQueryAsync();

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }
}
