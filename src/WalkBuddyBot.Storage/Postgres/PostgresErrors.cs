using System.Net.Sockets;
using Npgsql;
using WalkBuddyBot.BotFramework;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean to those who only want to remember something.</summary>
internal static class PostgresErrors
{
    // The server's word to a node that stood still in the middle of its work.
    private const string IdleInTransaction = "25P03";

    /// <summary>
    /// Whether the same work, run anew, may end well: others were in its way (a unique key that another has just taken is seen the second
    /// time), or the connection had gone before the commit was asked for.
    /// </summary>
    public static bool MayEndWellAnew(this Exception error) => error switch
    {
        PostgresException { SqlState: var state } => IsRace(state) || IsGoodbye(state) || state == PostgresErrorCodes.UniqueViolation
            || error.IsOldPlan(),
        NpgsqlException => error.InnerException is IOException or SocketException,
        _ => false,
    };

    /// <summary>Whether even in answer to a commit it says that nothing was committed: a lost connection alone does not.</summary>
    public static bool SaysNotCommitted(this Exception error) =>
        error is PostgresException { SqlState: var state } && (IsRace(state) || state == IdleInTransaction);

    /// <summary>Whether the world is at fault (no server, no room, a lock) and not our statement.</summary>
    public static bool IsOutage(this Exception error) => error switch
    {
        PostgresException { SqlState: var state } => IsRace(state) || IsGoodbye(state) || IsRefusal(state) || IsTrouble(state),
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>Whether a prepared statement is from before a change of the schema: its connection is of no use any more.</summary>
    public static bool IsOldPlan(this Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };

    public static StoreUnavailableException Outage(Exception error) => new(
        error is not PostgresException { SqlState: var state } ? "The database does not answer." : state switch
        {
            PostgresErrorCodes.DiskFull => "The disk is full.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The database cannot be written.",
            PostgresErrorCodes.LockNotAvailable => "The database is locked by another program.",
            PostgresErrorCodes.TooManyConnections => "The database takes no more connections.",
            _ when Within(state, "XX") => "The database is damaged.",
            _ when IsRefusal(state) => "The database refuses this service.",
            _ => "The database does not answer.",
        },
        error);

    // Two in one another's way: each of them alone does its work.
    private static bool IsRace(string state) => state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    // The server or an operator ends the connection, or the server is only just starting.
    private static bool IsGoodbye(string state) =>
        Within(state, "08") || Within(state, "57P") || state is IdleInTransaction or PostgresErrorCodes.IdleSessionTimeout;

    private static bool IsRefusal(string state) => Within(state, "28") || state is PostgresErrorCodes.InvalidCatalogName;

    private static bool IsTrouble(string state) =>
        Within(state, "53") || Within(state, "58") || state is PostgresErrorCodes.ReadOnlySqlTransaction
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or "XX001" or "XX002";

    private static bool Within(string state, string kind) => state.StartsWith(kind, StringComparison.Ordinal);
}
