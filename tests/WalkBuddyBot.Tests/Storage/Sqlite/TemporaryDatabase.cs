namespace WalkBuddyBot.Tests.Storage.Sqlite;

/// <summary>A folder of its own for a database, gone after the test.</summary>
internal sealed class TemporaryDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walkbuddy-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "data", "walkbuddy.db");

    public string ConnectionString => $"Data Source={Path}";

    public async Task DisposeAfterAsync(Task closed)
    {
        await closed;
        Delete();
    }

    public void Delete() => _folder.Delete(recursive: true);
}
