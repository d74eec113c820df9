using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Sending;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.People;

/// <summary>The memory of a turn.</summary>
internal sealed class TurnStore(
    IStore store, Facts facts, SavedReferences saved, Scrubber scrubber, IDateTimeZoneProvider zones, IClock clock, TimeProvider time)
    : ITurns
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
                var end = await store.WriteAsync(WorkClass.Chat, work.Run, cancellationToken);
                if (outcome.Erases())
                {
                    scrubber.Owe();
                }

                return end;
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

    public Task<ImmutableArray<Outgoing>?> FailAsync(
        Heard heard, Reply lastWord, string? answer, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var row = Outgoing.ReplyTo(heard, 0, person: null, lastWord, now);
        var work = new FailedTurn(heard, row, OutgoingRows.Body(row)!, answer, most, store.Owner, now.ToUnixTimeMilliseconds());
        return store.WriteAsync(WorkClass.Chat, work.Run, cancellationToken);
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
        var person = outcome.Erases()
            ? null
            : outcome.After?.Id ?? await store.ReadAsync(session => PersonRow.Owner(session, heard.From), cancellationToken);
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
            Saved = saved,
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
            """
            SELECT 1 FROM outgoing WHERE person = @person AND schedule IS NOT NULL AND state = 'Sending'
            UNION ALL
            SELECT 1 FROM outgoing WHERE person = @person AND schedule IS NULL AND state = 'Sending' AND reason = 'erased'
            LIMIT 1
            """,
            ("@person", person.Value.Blob())) is not null,
        cancellationToken);
}
