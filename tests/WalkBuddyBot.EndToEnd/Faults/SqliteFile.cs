using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A file of SQLite in the service's own folder. Reading it heals nothing: what a kill left behind is the service's to put right.</summary>
internal sealed class SqliteFile(string path) : IFaultDatabase
{
    public string ConnectionString => $"Data Source={path}";

    public string Path => path;

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
