using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Sqlite.Sending;

namespace WalkBuddyBot.Storage.Sqlite.People;

/// <summary>The memory of a turn on SQLite.</summary>
internal sealed class SqliteTurns(SqliteStore store, Facts facts, IDateTimeZoneProvider zones, IClock clock, TimeProvider time) : ITurns
{
    // The planner comes between at most once a second.
    private const int MostTries = 5;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public Task<PersonFacts?> FindAsync(Address from, CancellationToken cancellationToken) => store.ReadAsync(
        session => PersonRow.At(session, from) is { } row ? facts.Read(session, row) : null, cancellationToken);

    public async Task<TurnEnd> CommitAsync(
        Heard heard, long? seenVersion, TurnOutcome outcome, string? answer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var work = await PrepareAsync(heard, seenVersion, outcome, answer, cancellationToken);
            try
            {
                return await store.WriteAsync(WorkClass.Chat, work.Run, cancellationToken);
            }
            catch (StaleTurnException)
            {
                return new TurnEnd.Stale();
            }
            catch (PlannerCameBetweenException) when (attempt < MostTries)
            {
                // The next round reads what the planner wrote.
            }
        }
    }

    public async Task<bool> NoneSendingAsync(PersonId person, Duration most, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (await IsSendingAsync(person, cancellationToken))
        {
            if (time.GetElapsedTime(began) >= most.ToTimeSpan())
            {
                return false;
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        return true;
    }

    // Whatever takes thought happens here, before the writer is asked: it only writes.
    private async Task<TurnWork> PrepareAsync(
        Heard heard, long? seenVersion, TurnOutcome outcome, string? answer, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var plan = outcome.After is { } after ? await PlanAsync(after, now, cancellationToken) : null;
        var person = outcome.After?.Id ?? await store.ReadAsync(session => PersonRow.Owner(session, heard.From), cancellationToken);
        return new TurnWork
        {
            Heard = heard,
            SeenVersion = seenVersion,
            Outcome = outcome,
            Answer = answer,
            Body = outcome.After is null ? null : StoreJson.Write(PersonBody.Of(outcome.After)),
            Schedules = plan,
            Replies =
            [
                .. outcome.Replies.Select((reply, i) => Outgoing.ReplyTo(heard, i, person, reply, now))
                    .Select(row => (row, OutgoingRows.Body(row))),
            ],
            Tzdb = zones.VersionId,
            Owner = store.Owner,
            Now = now.ToUnixTimeMilliseconds(),
        };
    }

    private Task<SchedulePlan> PlanAsync(Person after, Instant now, CancellationToken cancellationToken) => store.ReadAsync(
        session =>
        {
            var row = PersonRow.Find(session, after.Id);
            var before = row is null ? null : facts.Person(session, row, now);
            return SchedulePlan.For(before, after, ScheduleRow.Of(session, after.Id), zones, now);
        },
        cancellationToken);

    private Task<bool> IsSendingAsync(PersonId person, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.Number(
            "SELECT 1 FROM outgoing WHERE person = $person AND schedule IS NOT NULL AND state = 'Sending' LIMIT 1",
            ("$person", person.Value.Blob())) is not null,
        cancellationToken);
}
