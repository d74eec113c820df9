using System.Data.Common;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>Gives back what a dead process had. Of several nodes that look at once each takes other rows.</summary>
internal static class Recovery
{
    /// <param name="session">The writer's.</param>
    /// <param name="all">Whether nobody else can have any, so that every lease is void.</param>
    /// <param name="now">The present in milliseconds.</param>
    /// <returns>The rows that became uncertain.</returns>
    public static IReadOnlyList<Outgoing> Run(Session session, bool all, long now)
    {
        var until = ("@until", (object?)(all ? long.MaxValue : now));

        // Of whoever was erased meanwhile nothing is sent any more, and nothing is told.
        session.Run($"DELETE FROM outgoing WHERE {Held(session, "'Sending'", "AND reason = 'erased'")}", until);
        session.Run(Free(Held(session, "'Leased'")), until);
        session.Run(Free(Held(session, "'Sending'", "AND on_doubt = 'Resend'")), until);
        return [.. session.All(
            $"""
            UPDATE outgoing SET state = 'Uncertain', reason = 'interrupted', settled_at = @now, lease_owner = NULL, lease_until = NULL
            WHERE {Held(session, "'Sending'")} RETURNING {OutgoingRows.ColumnsWithoutBody}
            """,
            ReadOrNull,
            until,
            ("@now", now)).OfType<Outgoing>()];
    }

    // What cannot be read is uncertain too, with the others.
    private static Outgoing? ReadOrNull(DbDataReader row)
    {
        try
        {
            return OutgoingRows.Read(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static string Held(Session session, string state, string also = "") =>
        $"seq IN (SELECT seq FROM outgoing WHERE state = {state} AND lease_until <= @until {also} {session.ForUpdateOfFree})";

    private static string Free(string which) =>
        $"UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL WHERE {which}";
}
