using System.Text;
using Npgsql;

namespace WalkBuddyBot.Tests.Storage.Postgres;

[NeedsPostgres]
public sealed class PostgresErasureTests : ErasureContract
{
    private readonly PostgresDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task InitializeAsync()
    {
        await _database.CreateAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());

    // An id stands in a row's text as its digits.
    protected override bool Holds(byte[] bytes)
    {
        using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        using var connection = source.OpenConnection();
        return Tables(connection).Any(table => Holds(connection, table, Encoding.UTF8.GetString(bytes))
            || Holds(connection, table, Convert.ToHexStringLower(bytes)));
    }

    private static bool Holds(NpgsqlConnection connection, string table, string text)
    {
        using var command = new NpgsqlCommand($"SELECT count(*) FROM {table} t WHERE position($1 IN CAST(t AS TEXT)) > 0", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = text.Replace('\0', ' ') });
        return (long)command.ExecuteScalar()! > 0;
    }

    private static List<string> Tables(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", connection);
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
