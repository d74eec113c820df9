using System.Data.Common;

namespace WalkBuddyBot.Storage.Wire;

/// <summary>The outbox's row behind an activity.</summary>
/// <param name="Kind">Its kind, where it is a nudge.</param>
/// <param name="Answer">How it was answered, if it was.</param>
/// <param name="Reason">Why it stands where it does.</param>
internal sealed record SentNudge(string? Kind, string? Answer, string? Reason)
{
    public static SentNudge? Of(Session session, string outgoing) => !Guid.TryParse(outgoing, out var id) ? null : session.First(
        "SELECT kind, answer, reason FROM outgoing WHERE id = @id",
        (DbDataReader row) => new SentNudge(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2)),
        ("@id", id.Blob()));
}
