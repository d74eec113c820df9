using System.Data.Common;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>Outgoing messages as rows and back.</summary>
internal static class OutgoingRows
{
    /// <summary>
    /// The columns that <see cref="Read"/> takes, in its order. The ledger of a person is read without bodies: nothing asks for old words.
    /// </summary>
    public const string Columns = """
        id, person, address, lane, urgency, on_doubt, not_before, stale_at, schedule, slot_at, again, kind, tip, answer, body, replaces,
        state, reason, attempts, activity_id
        """;

    /// <summary>As <see cref="Columns"/>, with no body.</summary>
    public const string ColumnsWithoutBody = """
        id, person, address, lane, urgency, on_doubt, not_before, stale_at, schedule, slot_at, again, kind, tip, answer, NULL, replaces,
        state, reason, attempts, activity_id
        """;

    private const string InsertSql = """
        INSERT INTO outgoing (id, person, address, lane, door, urgency, on_doubt, not_before, stale_at, schedule, slot_at, again, kind, tip,
            answer, body, replaces, state, reason, attempts, activity_id, lease_owner, lease_until, made_at, settled_at)
        VALUES (@id, @person, @address, @lane, @door, @urgency, @doubt, @not_before, @stale, @schedule, @slot_at, @again, @kind, @tip,
            @answer, @body, @replaces, @state, @reason, @attempts, @activity_id, @owner, @until, @now, @settled)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>The queue a row is taken from: what crashed replies left has its own, whatever the pace of their lane.</summary>
    public static string Door(Outgoing row) => row.Urgency == Urgency.Nudge ? row.Lane : PaceOptions.ReplyLane;

    public static bool IsSettled(OutgoingState state) =>
        state is OutgoingState.Sent or OutgoingState.Uncertain or OutgoingState.Failed or OutgoingState.Dropped;

    /// <summary>A body as text, to be made before the writer is asked.</summary>
    public static string? Body(Outgoing row) => row.Body is null ? null : StoreJson.Write(row.Body);

    /// <summary>Adds a row unless its id or its slot is there; whether it did.</summary>
    public static bool Add(Session session, Outgoing row, string? body, Lease? lease, long now) => session.Run(
        InsertSql,
        ("@id", row.Id.Value.Blob()),
        ("@person", row.Person?.Value.Blob()),
        ("@address", row.To.Value.Blob()),
        ("@lane", row.Lane),
        ("@door", Door(row)),
        ("@urgency", (long)row.Urgency),
        ("@doubt", row.OnDoubt.ToString()),
        ("@not_before", row.NotBefore.Millis()),
        ("@stale", row.Stale == Instant.MaxValue ? null : row.Stale.Millis()),
        ("@schedule", row.Nudge?.Slot.Schedule.Value.Blob()),
        ("@slot_at", row.Nudge?.Slot.At.Iso()),
        ("@again", (long?)row.Nudge?.Slot.Again),
        ("@kind", row.Nudge?.Kind.Id),
        ("@tip", row.Nudge?.Tip),
        ("@answer", row.Nudge?.Answer?.ToString()),
        ("@body", body),
        ("@replaces", row.Replaces?.Value.Blob()),
        ("@state", row.State.ToString()),
        ("@reason", row.Reason),
        ("@attempts", (long)row.Attempts),
        ("@activity_id", row.ActivityId),
        ("@owner", lease?.Owner),
        ("@until", lease?.Until),
        ("@now", now),
        ("@settled", IsSettled(row.State) ? now : null)) == 1;

    /// <summary>The id of a row that may be damaged, as text.</summary>
    public static string IdOf(DbDataReader row) => Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0));

    /// <exception cref="UnreadableRowException">It is not what was written here.</exception>
    public static Outgoing Read(DbDataReader row) => new(
        new OutgoingId(row.Id(0)),
        row.IdOrNull(1) is { } person ? new PersonId(person) : null,
        new AddressId(row.Id(2)),
        row.GetString(3),
        (Urgency)row.GetInt32(4),
        Storage.Columns.Name<Doubt>(row.GetString(5)),
        row.At(6),
        row.NumberOrNull(7) is { } stale ? Instant.FromUnixTimeMilliseconds(stale) : Instant.MaxValue,
        row.IsDBNull(8) ? null : Nudge(row),
        row.TextOrNull(14) is { } body ? StoreJson.Read<Reply>(body) : null,
        row.IdOrNull(15) is { } replaces ? new OutgoingId(replaces) : null,
        Storage.Columns.Name<OutgoingState>(row.GetString(16)),
        row.TextOrNull(17),
        row.GetInt32(18),
        row.TextOrNull(19));

    private static Nudge Nudge(DbDataReader row) => new(
        new Slot(new ScheduleId(row.Id(8)), Storage.Columns.Local(row.GetString(9)), row.GetInt32(10)),
        new NudgeKind(row.GetString(11)),
        row.TextOrNull(12),
        row.TextOrNull(13) is { } answer ? Storage.Columns.Name<NudgeAnswer>(answer) : null);
}
