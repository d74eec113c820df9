using System.Data.Common;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Keeping;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>The operator's hold as a setting. A terminal command writes it beside the service, which reads it at each tick.</summary>
internal sealed class HoldStore(IStore store, IClock clock) : INudgeHold
{
    private const string Setting = "nudges-held-since";

    public async Task<Instant?> SinceAsync(CancellationToken cancellationToken) =>
        await store.FindSettingAsync(Setting, cancellationToken) is { } since ? Read(since) : null;

    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (await store.FindSettingAsync(Setting, cancellationToken) is null)
        {
            await store.SaveSettingAsync(Setting, InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()), cancellationToken);
        }
    }

    public Task ReleaseAsync(CancellationToken cancellationToken) => store.SaveSettingAsync(Setting, value: null, cancellationToken);

    public Task<IReadOnlyList<Outgoing>> DropLateAsync(int most, CancellationToken cancellationToken) =>
        store.WriteAsync<IReadOnlyList<Outgoing>>(
            WorkClass.Dispatch, session => DropLate(session, most, clock.Now()), cancellationToken);

    // A hold nobody can read is a hold all the same: the careful mistake is to keep still.
    private static Instant Read(string since) =>
        InstantPattern.ExtendedIso.Parse(since).TryGetValue(NodaConstants.UnixEpoch, out var at) ? at : NodaConstants.UnixEpoch;

    private static List<Outgoing> DropLate(Session session, int most, long now) => [.. session.All(
        $"""
        UPDATE outgoing SET state = 'Dropped', reason = @reason, settled_at = @now
        WHERE seq IN (SELECT seq FROM outgoing WHERE state = 'Waiting' AND schedule IS NOT NULL AND stale_at < @now LIMIT @most)
        RETURNING {OutgoingRows.ColumnsWithoutBody}
        """,
        ReadOrNull,
        ("@reason", DropReasons.Late),
        ("@now", now),
        ("@most", (long)most)).OfType<Outgoing>()];

    // What cannot be read is late too, and dropped with the others.
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
}
