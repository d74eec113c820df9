using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.EndToEnd;

/// <summary>A SQLite file as an older version of the program left it, large enough that bringing it up to date takes a moment.</summary>
internal static class OldDatabase
{
    /// <summary>How many of the schema's steps it has had.</summary>
    public const int Steps = 2;

    private const int Rows = 60_000;

    public static async Task MakeAsync(string path)
    {
        await using var connection = await OpenAsync(path);
        await RunAsync(connection, "PRAGMA journal_mode = WAL; BEGIN");
        await RunAsync(
            connection,
            """
            CREATE TABLE schema_version (
                number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT
            """);
        foreach (var (number, name, sql) in Released().Take(Steps))
        {
            await RunAsync(connection, sql);
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
            await RunAsync(connection, $"INSERT INTO schema_version VALUES ({number}, '{name}', '{checksum}', 0)");
        }

        await RunAsync(
            connection,
            $"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO setting (key, value) SELECT 'key ' || i, hex(randomblob(100)) FROM n
            """);
        await RunAsync(connection, "COMMIT");
    }

    /// <summary>Nothing is broken and no row is missing.</summary>
    public static async Task MustBeWholeAsync(string path)
    {
        await using var connection = await OpenAsync(path);
        Assert.Equal("ok", await AskAsync(connection, "PRAGMA quick_check(1)"));
        Assert.Equal((long)Rows, await AskAsync(connection, "SELECT count(*) FROM setting WHERE key LIKE 'key %'"));
    }

    public static async Task<int> NewestStepAsync(string path)
    {
        await using var connection = await OpenAsync(path);
        return (int)(long)(await AskAsync(connection, "SELECT max(number) FROM schema_version"))!;
    }

    private static IEnumerable<(int Number, string Name, string Sql)> Released()
    {
        const string Folder = ".Sqlite.Schema.";
        var assembly = typeof(IStorageGate).Assembly;
        var steps = assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal));
        foreach (var resource in steps.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
            yield return (int.Parse(name[..3], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
