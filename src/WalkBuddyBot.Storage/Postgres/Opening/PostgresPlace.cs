using Npgsql;

namespace WalkBuddyBot.Storage.Postgres.Opening;

/// <summary>Which PostgreSQL database, and how it is spoken to.</summary>
/// <param name="Name">What it is called in a message: no password.</param>
/// <param name="Text">The connection string that opens it.</param>
internal sealed record PostgresPlace(string Name, string Text)
{
    private const int ConnectSeconds = 3;

    // On the side of the server a statement ends before that; this is for a server that says nothing any more.
    private const int AnswerSeconds = 7;

    /// <summary>Whether a connection string names a PostgreSQL server.</summary>
    public static bool IsMeant(string text) => text.Split(';').Any(part =>
        part.TrimStart().StartsWith("Host", StringComparison.OrdinalIgnoreCase)
        || part.TrimStart().StartsWith("Server", StringComparison.OrdinalIgnoreCase)
        || part.TrimStart().StartsWith("postgres", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StorageStartException">It names none that there could be.</exception>
    public static PostgresPlace Of(string text)
    {
        const string Form = "write Host=<server>;Database=<name>;Username=<user>;Password=<password>";
        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // The words of the error may hold a password.
            throw new StorageStartException($"The connection string of the PostgreSQL database cannot be read; {Form}.");
        }

        if (string.IsNullOrWhiteSpace(given.Host) || string.IsNullOrWhiteSpace(given.Database))
        {
            throw new StorageStartException($"The connection string of the PostgreSQL database names no server or no database; {Form}.");
        }

        // Each worker keeps the connection it opened, so nothing is pooled.
        given.Pooling = false;
        given.Enlist = false;
        given.Timeout = ConnectSeconds;
        given.CommandTimeout = AnswerSeconds;
        given.TcpKeepAlive = true;
        given.IncludeErrorDetail = false;
        given.PersistSecurityInfo = false;
        given.ApplicationName ??= "WalkBuddyBot";
        return new($"{given.Database} on {given.Host}", given.ConnectionString);
    }
}
