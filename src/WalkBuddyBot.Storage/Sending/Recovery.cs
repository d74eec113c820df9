using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>Gives back what a dead process had.</summary>
internal static class Recovery
{
    /// <returns>The rows that became uncertain.</returns>
    public static IReadOnlyList<Outgoing> Run(Session session, bool atStart, long now)
    {
        // Of whoever was erased meanwhile nothing is sent any more, and nothing is told.
        session.Run(
            "DELETE FROM outgoing WHERE state = 'Sending' AND (@all OR lease_until <= @now) AND reason = 'erased'",
            ("@all", atStart),
            ("@now", now));
        session.Run(
            """
            UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL
            WHERE state = 'Leased' AND (@all OR lease_until <= @now)
            """,
            ("@all", atStart),
            ("@now", now));
        session.Run(
            """
            UPDATE outgoing SET state = 'Waiting', lease_owner = NULL, lease_until = NULL
            WHERE state = 'Sending' AND (@all OR lease_until <= @now) AND on_doubt = 'Resend'
            """,
            ("@all", atStart),
            ("@now", now));
        var doubtful = session.All(
            $"SELECT {OutgoingRows.ColumnsWithoutBody}, seq FROM outgoing WHERE state = 'Sending' AND (@all OR lease_until <= @now)",
            row => (Row: OutgoingRows.Read(row), Seq: row.GetInt64(20)),
            ("@all", atStart),
            ("@now", now));
        foreach (var (_, seq) in doubtful)
        {
            session.Run(
                """
                UPDATE outgoing SET state = 'Uncertain', reason = 'interrupted', settled_at = @now, lease_owner = NULL, lease_until = NULL
                WHERE seq = @seq
                """,
                ("@now", now),
                ("@seq", seq));
        }

        return [.. doubtful.Select(found => found.Row with { State = OutgoingState.Uncertain, Reason = "interrupted" })];
    }
}
