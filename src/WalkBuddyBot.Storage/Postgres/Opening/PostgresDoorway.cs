using System.Net.Sockets;
using Npgsql;

namespace WalkBuddyBot.Storage.Postgres.Opening;

/// <summary>From a place to a session: what it may take, and what is said when there is none.</summary>
internal static class PostgresDoorway
{
    private const int OldestServer = 130000;

    // Nothing waits for ever: a node that stands still in the middle of a commit lets go of its locks when the server ends its connection.
    private const string Limits = """
        SET statement_timeout = 6000; SET lock_timeout = 4000; SET idle_in_transaction_session_timeout = 5000;
        SET client_min_messages = error
        """;

    /// <summary>Where sessions come from. All our types are the server's own, so it is not asked for others.</summary>
    public static NpgsqlDataSource To(PostgresPlace place) =>
        new NpgsqlDataSourceBuilder(place.Text).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    /// <summary>A session that may write.</summary>
    public static PostgresSession Open(NpgsqlDataSource source) => Open(source, Limits);

    /// <summary>A session that only reads.</summary>
    public static PostgresSession OpenReader(NpgsqlDataSource source) => Open(source, Limits + "; SET default_transaction_read_only = on");

    /// <summary>The first session of a start: every refusal is a sentence of its own.</summary>
    /// <exception cref="StorageStartException">It cannot be used.</exception>
    public static PostgresSession OpenFirst(NpgsqlDataSource source, string name)
    {
        try
        {
            var session = Open(source, "SET lock_timeout = 30000; SET client_min_messages = error");
            try
            {
                Check(session, name);
                return session;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        catch (NpgsqlException error)
        {
            throw Explain(name, error);
        }
    }

    /// <summary>What an error at the start means to the person who starts the service.</summary>
    public static StorageStartException Explain(string name, Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new($"There is no PostgreSQL database {name}; create it, or correct ConnectionStrings:WalkBuddy.", error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new(
            $"The user of ConnectionStrings:WalkBuddy may not create or use tables in the PostgreSQL database {name}; make them its owner.",
            error),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            new($"The PostgreSQL database {name} is locked by another program; end that one and start again.", error),
        PostgresException { SqlState: var state } when state.StartsWith("28", StringComparison.Ordinal) => new(
            $"The PostgreSQL server refuses the user or the password for {name}; correct ConnectionStrings:WalkBuddy.", error),
        PostgresException { MessageText: var why } => new($"The PostgreSQL database {name} cannot be used ({why}).", error),
        _ => new(
            $"The PostgreSQL server of {name} does not answer ({Why(error)}); start it, or correct ConnectionStrings:WalkBuddy.", error),
    };

    private static string Why(Exception error) => error.InnerException is SocketException socket ? socket.Message : error.Message;

    private static PostgresSession Open(NpgsqlDataSource source, string settings)
    {
        var connection = source.OpenConnection();
        try
        {
#pragma warning disable CA2100 // Constants of this class.
            using var command = new NpgsqlCommand(settings, connection);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(PostgresSession session, string name)
    {
        if (session.Number("SELECT CAST(current_setting('server_version_num') AS BIGINT)") < OldestServer)
        {
            throw new StorageStartException($"The PostgreSQL server of {name} is too old; use version 13 or newer.");
        }

        if (session.Text("SELECT CAST(current_setting('server_encoding') AS TEXT)") != "UTF8")
        {
            throw new StorageStartException($"The PostgreSQL database {name} does not hold UTF8; create it with ENCODING 'UTF8'.");
        }
    }
}
