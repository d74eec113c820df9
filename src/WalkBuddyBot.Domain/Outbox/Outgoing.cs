using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>One row of the outbox. The ledger is the rows that carry a nudge.</summary>
/// <param name="Id">Follows from what it answers or the slot it fills, so that a repeat is the same row.</param>
/// <param name="Person">Whose it is; null for an answer to someone of whom nothing is kept.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Lane">Whose pace it keeps; see <see cref="Address.Lane"/>.</param>
/// <param name="Urgency">Who goes first.</param>
/// <param name="OnDoubt">What to do when nobody knows whether it arrived.</param>
/// <param name="NotBefore">Not to be sent before this; for a nudge the instant it is due.</param>
/// <param name="Stale">Not to be sent after this; <see cref="Instant.MaxValue"/> for replies.</param>
/// <param name="Nudge">What makes it a nudge, if it is one.</param>
/// <param name="Body">What is said; a nudge is composed only when it is marked.</param>
/// <param name="Replaces">The older message that is drawn anew with this body, in its place.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was dropped, failed or waits.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ActivityId">The channel's id, once it has one.</param>
public sealed record Outgoing(
    OutgoingId Id,
    PersonId? Person,
    AddressId To,
    string Lane,
    Urgency Urgency,
    Doubt OnDoubt,
    Instant NotBefore,
    Instant Stale,
    Nudge? Nudge,
    Reply? Body,
    OutgoingId? Replaces,
    OutgoingState State,
    string? Reason,
    int Attempts,
    string? ActivityId)
{
    /// <summary>When it came to its end; null while it has not, or where the memory did not say.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>The row as given back: nothing of it left, so this was no attempt, and it waits as it did before.</summary>
    public Outgoing NotBegun() => this with { State = OutgoingState.Waiting, Reason = "not begun" };

    /// <summary>A reply that waits to be sent.</summary>
    /// <param name="heard">What it answers.</param>
    /// <param name="ordinal">Its place among the replies of the turn, from 0.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="body">What is said.</param>
    /// <param name="now">From now on.</param>
    public static Outgoing ReplyTo(Heard heard, int ordinal, PersonId? person, Reply body, Instant now) => new(
        new OutgoingId(DerivedId.From("reply", heard.Key, ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        person,
        heard.From.Id,
        heard.From.Lane,
        body.Urgency,
        Doubt.Resend,
        NotBefore: now,
        Stale: Instant.MaxValue,
        Nudge: null,
        body with
        {
            AnswersActivity = heard.ActivityId,
            ReplacesActivity = body.Replaces is not null && body.Replaces == heard.About ? heard.CardActivityId : null,
        },
        body.Replaces,
        OutgoingState.Waiting,
        Reason: null,
        Attempts: 0,
        ActivityId: null);

    /// <summary>A nudge that waits for its slot; composed when it is marked.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="slot">The slot it fills.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="grace">How late it may still arrive.</param>
    public static Outgoing NudgeFor(PersonId person, Address to, Slot slot, NudgeKind kind, Instant due, Duration grace) => new(
        slot.OutgoingId,
        person,
        to.Id,
        to.Lane,
        Urgency.Nudge,
        to.KnowsRepeats ? Doubt.Resend : Doubt.Drop,
        NotBefore: due,
        Stale: due + grace,
        new Nudge(slot, kind, Tip: null, Answer: null),
        Body: null,
        Replaces: null,
        OutgoingState.Waiting,
        Reason: null,
        Attempts: 0,
        ActivityId: null);
}
