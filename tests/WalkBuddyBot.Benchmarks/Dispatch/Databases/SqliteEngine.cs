using System.Data.Common;
using Microsoft.Data.Sqlite;
using Quartz;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>Files in a folder.</summary>
internal sealed class SqliteEngine(string folder) : Engine
{
    public const string Called = "SQLite";

    public override string Name => Called;

    public override string Place => folder;

    public override string BeforeFilling =>
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA temp_store=MEMORY";

    // Nothing gathers statistics there by itself, so nothing does here.
    public override string AfterFilling => "PRAGMA journal_mode=WAL";

    public override string Numbers =>
        "(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < @most) SELECT n FROM r) c";

    public override string Zone => "zone_of(c.n)";

    public override string Id(string letter) => $"id_of('{letter}', c.n)";

    public override string IdText(string letter) => $"lower(hex({Id(letter)}))";

    public override string ConnectionString(string database) => $"Data Source={File(database)}";

    public override async Task<DbConnection> OpenAsync(string database)
    {
        var connection = new SqliteConnection(ConnectionString(database) + ";Pooling=False");
        await connection.OpenAsync();
        connection.CreateFunction<string, long, byte[]>(
            "id_of", (letter, n) => DerivedId.From(letter, n.ToString("D")).ToByteArray(bigEndian: true), isDeterministic: true);
        connection.CreateFunction<long, string>("zone_of", Zones.Of, isDeterministic: true);
        return connection;
    }

    /// <summary>In WAL, so that the peer has it too.</summary>
    public override async Task CreateAsync(string database)
    {
        await using var connection = await OpenAsync(database);
        await connection.RunAsync("PRAGMA journal_mode=WAL");
        if (await connection.NumberAsync("PRAGMA synchronous") != 2)
        {
            throw new InvalidOperationException("A new connection is not synchronous=FULL: the peer would be measured with less durability.");
        }
    }

    public override Task CopyAsync(string from, string to)
    {
        System.IO.File.Copy(File(from), File(to), overwrite: true);
        return Task.CompletedTask;
    }

    public override Task DropAsync(string database)
    {
        foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileName(File(database)) + "*"))
        {
            System.IO.File.Delete(file);
        }

        return Task.CompletedTask;
    }

    public override void LetGo() => SqliteConnection.ClearAllPools();

    public override void Configure(IPersistentStoreBuilder store, string database) => store.UseSqlite(ConnectionString(database));

    private string File(string database) => Path.Combine(folder, database + ".db");
}
