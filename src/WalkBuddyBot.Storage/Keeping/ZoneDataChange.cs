using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.People;

namespace WalkBuddyBot.Storage.Keeping;

/// <summary>
/// After a start with other zone data: each slot that lies ahead keeps its local time and gets the instant the new data gives it. One that
/// is due already, and one that a turn or the planner moves meanwhile, is left alone.
/// </summary>
internal sealed partial class ZoneDataChange(IStore store, IDateTimeZoneProvider zones, IClock clock, ILogger<ZoneDataChange> log)
    : BackgroundService
{
    private const int AtOnce = 500;

    /// <summary>The setting that holds the version with which all was planned.</summary>
    private const string Setting = "tzdb";

    /// <summary>Moves what must be moved.</summary>
    /// <returns>How many schedules were.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await store.FindSettingAsync(Setting, cancellationToken) == zones.VersionId)
        {
            return 0;
        }

        var moved = 0;
        List<Row> rows = [];
        do
        {
            var after = rows is [.., var last] ? last.Schedule.Seq : long.MinValue;
            rows = await store.ReadAsync(session => Ahead(session, after), cancellationToken);
            var moves = rows.Select(Moved).OfType<Move>().ToList();
            moved += moves.Count == 0 ? 0 : await store.WriteAsync(
                WorkClass.Dispatch, session => moves.Sum(move => Write(session, move)), cancellationToken);
        }
        while (rows.Count == AtOnce);

        await store.SaveSettingAsync(Setting, zones.VersionId, cancellationToken);
        return moved;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            Done(log, await RunAsync(stoppingToken), zones.VersionId);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The setting is not written yet, so the next start does it.
        }
#pragma warning disable CA1031 // Schedules whose zone did not change are right all the same; the service goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotDone(log, failure, zones.VersionId);
        }
    }

    // In the order of rows, each once; the index of what is due would have to be sorted.
    private List<Row> Ahead(Session session, long after) => session.All(
        $"""
        SELECT {ScheduleRow.Columns}, p.zone FROM schedule s JOIN person p ON p.id = s.person
        WHERE s.seq > @after AND +s.next_due_at > @now AND s.tzdb <> @tzdb ORDER BY s.seq LIMIT @most
        """,
        Row.Read,
        ("@after", after),
        ("@now", clock.Now()),
        ("@tzdb", zones.VersionId),
        ("@most", (long)AtOnce));

    private Move? Moved(Row row)
    {
        try
        {
            if (row.Schedule.Slot() is not { } planned || row.Zone is null || zones.GetZoneOrNull(row.Zone) is not { } zone)
            {
                return null;
            }

            // The first slot from the planned one on: that one itself, unless the new data has no such time at all.
            var from = row.Schedule.Schedule() with { DoneThrough = planned.Slot.At.PlusTicks(-1) };
            var next = from.Next(zone, NodaConstants.UnixEpoch);
            return next?.Slot.At == planned.Slot.At && next.Due.Millis() == row.Schedule.NextDue ? null : new(row.Schedule, next);
        }
        catch (UnreadableRowException)
        {
            // The planner parks it and says so when its time comes.
            return null;
        }
    }

    private int Write(Session session, Move move) => session.Run(
        """
        UPDATE schedule SET next_due_at = @due, slot_at = @slot, shifted = @shifted, tzdb = @tzdb
        WHERE seq = @seq AND id = @id AND next_due_at = @seen_due AND slot_at = @seen_slot AND done_through = @seen_done
        """,
        ("@due", move.Next?.Due.Millis()),
        ("@slot", move.Next?.Slot.At.Iso()),
        ("@shifted", move.Next?.Shifted ?? false),
        ("@tzdb", zones.VersionId),
        ("@seq", move.Row.Seq),
        ("@id", move.Row.Id.Value.Blob()),
        ("@seen_due", move.Row.NextDue),
        ("@seen_slot", move.Row.SlotAt),
        ("@seen_done", move.Row.DoneThrough));

    [LoggerMessage(1, LogLevel.Debug, "{Moved} schedules were moved by zone data {Version}.")]
    private static partial void Done(ILogger logger, int moved, string version);

    [LoggerMessage(2, LogLevel.Error, "Schedules could not be moved to zone data {Version}; the next start tries again.")]
    private static partial void NotDone(ILogger logger, Exception failure, string version);

    private sealed record Move(ScheduleRow Row, PlannedSlot? Next);

    private sealed record Row(ScheduleRow Schedule, string? Zone)
    {
        public static Row Read(DbDataReader row) => new(ScheduleRow.Read(row), row.TextOrNull(ScheduleRow.Width));
    }
}
