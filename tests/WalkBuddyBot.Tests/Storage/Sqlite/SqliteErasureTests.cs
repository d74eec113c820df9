namespace WalkBuddyBot.Tests.Storage.Sqlite;

public sealed class SqliteErasureTests : ErasureContract
{
    private readonly TemporaryDatabase _database = new();

    protected override string ConnectionString => _database.ConnectionString;

    public override async Task DisposeAsync() => await _database.DisposeAfterAsync(base.DisposeAsync());

    protected override bool Holds(byte[] bytes) => new[] { "", "-wal", "-shm" }.Select(suffix => _database.Path + suffix).Where(File.Exists).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(bytes) >= 0;
    });
}
