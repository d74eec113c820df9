using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Which nudge is meant.</summary>
internal static class NudgeLedger
{
    /// <summary>How long a press on a nudge is still taken.</summary>
    public static readonly Duration Pressable = Duration.FromDays(7);

    private static readonly Duration Fresh = Duration.FromHours(12);

    /// <summary>The nudge with this id.</summary>
    public static Outgoing? Find(PersonFacts facts, OutgoingId id) =>
        facts.Nudges30Days.LastOrDefault(row => row.Id == id && row.Nudge is not null);

    /// <summary>The newest nudge of the last twelve hours that was shown and not answered: what typed words answer.</summary>
    public static Outgoing? Open(PersonFacts facts, Instant now) =>
        Newest(facts, now, row => row.Nudge!.Answer is null);

    /// <summary>The newest nudge of the last twelve hours that was shown.</summary>
    public static Outgoing? Newest(PersonFacts facts, Instant now, Func<Outgoing, bool> which) => facts.Nudges30Days
        .Where(row => row.Nudge is not null && Shown(row) && row.NotBefore >= now - Fresh && row.NotBefore <= now && which(row))
        .MaxBy(row => row.NotBefore);

    /// <summary>How many reminders and tips came today.</summary>
    public static int SentToday(Talk talk) => talk.Facts.Nudges30Days.Count(row =>
        row.Nudge is not null && Shown(row) && row.NotBefore.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date);

    /// <summary>How many times something was put off to a time of today; what was taken back again is not counted.</summary>
    public static int SnoozedToday(Talk talk) => talk.Facts.Nudges30Days.Count(row =>
        row is { Nudge.Slot.Again: > 0, State: not OutgoingState.Dropped }
        && row.NotBefore.InZone(talk.ZoneOrUtc).Date == talk.LocalNow.Date);

    /// <summary>The highest count of coming again that a slot has had, whatever became of it.</summary>
    public static int LastAgain(PersonFacts facts, Slot slot) => facts.Nudges30Days
        .Select(row => row.Nudge?.Slot).OfType<Slot>().Where(other => other with { Again = 0 } == slot with { Again = 0 })
        .Select(other => other.Again).Append(slot.Again).Max();

    /// <summary>A snooze that still waits.</summary>
    public static Outgoing? Snoozed(PersonFacts facts, Instant now) => facts.Nudges30Days
        .Where(row => row.Nudge is { Slot.Again: > 0 } && row.State is OutgoingState.Waiting or OutgoingState.Leased && row.NotBefore > now)
        .MaxBy(row => row.NotBefore);

    private static bool Shown(Outgoing row) => row.MayHaveBeenSeen();
}
