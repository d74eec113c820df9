using System.Collections.Immutable;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Erasing;
using WalkBuddyBot.Storage.Sending;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.People;

/// <summary>One turn, worked out and ready to be written: nothing in here but statements.</summary>
internal sealed class TurnWork
{
    public required Heard Heard { get; init; }

    public required long? SeenVersion { get; init; }

    public required TurnOutcome Outcome { get; init; }

    public required string? Answer { get; init; }

    /// <summary>The person's body as JSON; null when nobody is kept.</summary>
    public required string? Body { get; init; }

    /// <summary>What happens to the schedules; null when nobody is kept.</summary>
    public required SchedulePlan? Schedules { get; init; }

    /// <summary>The replies with their bodies as JSON.</summary>
    public required ImmutableArray<(Outgoing Row, string? Body)> Replies { get; init; }

    /// <summary>Told which references go.</summary>
    public required SavedReferences Saved { get; init; }

    public required string Tzdb { get; init; }

    public required string Owner { get; init; }

    public required long Now { get; init; }

    /// <summary>Writes it all.</summary>
    /// <exception cref="StaleTurnException">An address is somebody else's by now.</exception>
    /// <exception cref="PlannerCameBetweenException">The next slots must be worked out again.</exception>
    public TurnEnd Run(Session session)
    {
        if (DoneBefore(session) is { } repeat)
        {
            return repeat;
        }

        var owner = PersonRow.Owner(session, Heard.From);
        var person = Outcome.After?.Id ?? owner;
        if (IsStale(session, person, owner))
        {
            return new TurnEnd.Stale();
        }

        if (Outcome.After is { } after)
        {
            Save(session, after);
        }

        if (person is { } whose)
        {
            foreach (var effect in Outcome.Effects)
            {
                Effects.Apply(session, whose, NudgeAt(), effect, Now);
            }

            if (Outcome.Erases())
            {
                new Erasure(session, Saved, Heard, Now).Run(whose);
            }
        }

        var replies = Say(session);
        Finish(session, Outcome.Erases() ? null : person);
        return new TurnEnd.Committed(replies);
    }

    private TurnEnd.Repeat? DoneBefore(Session session) => session.First(
        "SELECT answer FROM inbox WHERE key IN (@key, @shadow) AND state IN ('Done', 'Failed')",
        row => new TurnEnd.Repeat(row.TextOrNull(0)),
        ("@key", Heard.Key),
        ("@shadow", Shadow.Of(Heard.Key)));

    private bool IsStale(Session session, PersonId? person, PersonId? owner)
    {
        if (SeenVersion is null)
        {
            return owner is not null;
        }

        return person is not { } id || PersonRow.VersionOf(session, id) != SeenVersion || (owner is not null && owner != person);
    }

    private void Save(Session session, Person after)
    {
        PersonRow.Save(session, after, Body!, (SeenVersion ?? 0) + 1, Now);
        if (SeenVersion is null)
        {
            // Somebody is kept here again before the confirmation of an erasure was out.
            session.Run("UPDATE reference SET leaving = 0 WHERE address = @key", ("@key", ReferenceStore.Key(Heard.From.Id)));
        }

        if (!AddressRows.Save(session, after))
        {
            throw new StaleTurnException();
        }

        if (!Schedules!.Apply(session, after.Id, Tzdb))
        {
            throw new PlannerCameBetweenException();
        }
    }

    private Address NudgeAt() =>
        Outcome.After?.Addresses.FirstOrDefault(address => address.Id == Outcome.After.NudgeAt) ?? Heard.From;

    private ImmutableArray<Outgoing> Say(Session session)
    {
        var lease = Lease.OfTurn(Owner, Now);
        var said = ImmutableArray.CreateBuilder<Outgoing>(Replies.Length);
        foreach (var (row, body) in Replies)
        {
            var leased = row with { State = OutgoingState.Leased };
            if (OutgoingRows.Add(session, leased, body, lease, Now) || Retake(session, row, lease))
            {
                said.Add(leased);
            }
        }

        return said.ToImmutable();
    }

    // Only a row that nobody has sent yet is handed out a second time.
    private static bool Retake(Session session, Outgoing row, Lease lease) => session.Run(
        """
        UPDATE outgoing SET state = 'Leased', lease_owner = @owner, lease_until = @until
        WHERE id = @id AND state IN ('Waiting', 'Leased')
        """,
        ("@owner", lease.Owner),
        ("@until", lease.Until),
        ("@id", row.Id.Value.Blob())) == 1;

    // Of the wish to be erased itself nothing stays either but the shadow that its repeat is known by.
    private void Finish(Session session, PersonId? person)
    {
        if (Outcome.Erases())
        {
            session.Run("DELETE FROM inbox WHERE key = @key", ("@key", Heard.Key));
        }

        session.Run(
            """
            INSERT INTO inbox (key, sink, state, answer, received_at, done_at, person) VALUES (@key, '', 'Done', @answer, @now, @now, @person)
            ON CONFLICT (key) DO UPDATE SET state = 'Done', answer = excluded.answer, done_at = excluded.done_at, payload = NULL,
                person = excluded.person
            """,
            ("@key", Outcome.Erases() ? Shadow.Of(Heard.Key) : Heard.Key),
            ("@answer", Answer),
            ("@now", Now),
            ("@person", person?.Value.Blob()));
    }
}
