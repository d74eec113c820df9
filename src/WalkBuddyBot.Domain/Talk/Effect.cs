using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What a turn does besides changing the person; committed with it or not at all.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A walk is noted. The same id twice counts once.</summary>
    public sealed record WalkLogged(LoggedWalk Walk) : Effect;

    /// <summary>A noted walk is taken back.</summary>
    public sealed record WalkForgotten(Guid Walk) : Effect;

    /// <summary>A nudge was answered. The first answer stands; a null answer takes it back (undo).</summary>
    public sealed record NudgeAnswered(OutgoingId Nudge, NudgeAnswer? Answer) : Effect;

    /// <summary>A nudge comes again later. A slot that is there already is left alone.</summary>
    /// <param name="Slot">The new slot, one "again" further.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Due">When.</param>
    /// <param name="Grace">How late it may still arrive.</param>
    public sealed record Snoozed(Slot Slot, NudgeKind Kind, Instant Due, Duration Grace) : Effect;

    /// <summary>Whatever waits or is leased for this person is dropped, with this reason.</summary>
    /// <param name="Reason">Kept with the rows, such as <c>stopped</c>.</param>
    /// <param name="Before">Only nudges due before this instant; null for all.</param>
    public sealed record CancelWaiting(string Reason, Instant? Before) : Effect;

    /// <summary>Nothing more is sent to an address: whatever waits or is leased for it is dropped as gone, replies too.</summary>
    public sealed record AddressClosed(AddressId Address) : Effect;

    /// <summary>
    /// Everything kept of the person goes: the person, their addresses, reminders, walks and ledger, and the transcript of every
    /// conversation of theirs. The replies of this very turn still go out; nothing else of them is left behind.
    /// </summary>
    public sealed record Erase : Effect;
}
