using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Two of a kind within five minutes come as one: said when the second is asked for.</summary>
internal static class Twins
{
    private const int NearMinutes = 5;

    /// <summary>How far apart two may be and still come as one.</summary>
    public static readonly Duration Near = Duration.FromMinutes(NearMinutes);

    /// <summary>Whether what is there brings all of the wish already; then it says so.</summary>
    public static bool Swallow(Talk talk, ImmutableArray<Schedule> there, Recurrence when, NudgeKind kind, DateTimeZone zone)
    {
        var others = there.RemoveAll(schedule => schedule.Kind != kind);
        var twin = when switch
        {
            Recurrence.Once once => At(talk, others, once.At.InZoneLeniently(zone).ToInstant()),
            Recurrence.After after => At(talk, others, after.At),
            _ => others.FirstOrDefault(other => WeekSlot.Of(when).All(slot => IsNear(other.When, slot))),
        };
        if (twin is null)
        {
            return false;
        }

        var change = Spent.Recurs(when) && Only(when) is { } to && Only(twin.When) is { } from
            ? new[] { Ways.Typed(talk.Say("choice.change", ("from", SpokenTime.Clock(from)), ("to", SpokenTime.Clock(to)))) } : [];
        talk.Reply(talk.Say("reminder.twin", ("wish", Listed.Words(talk, twin))), [.. change, talk.Ways.SetReminder(), talk.Ways.Show()]);
        return true;
    }

    /// <summary>Whether some of a new wish come within five minutes of another's.</summary>
    public static bool Some(ImmutableArray<Schedule> schedules, Schedule wish) => schedules.Any(other =>
        other.Id != wish.Id && other.Kind == wish.Kind && WeekSlot.Of(wish.When).Any(slot => IsNear(other.When, slot)));

    private static Schedule? At(Talk talk, ImmutableArray<Schedule> others, Instant due) => others.FirstOrDefault(other =>
        Planning.Next(talk.Person, other, talk.Zones, due - Near - Duration.Epsilon) is { } slot && slot.Due <= due + Near && slot.Due > talk.Now);

    private static bool IsNear(Recurrence when, WeekSlot slot) =>
        when.TimesOn(slot.Day).Any(time => Math.Abs((time - slot.Time).ToDuration().TotalMinutes) <= NearMinutes);

    private static LocalTime? Only(Recurrence when) =>
        WeekSlot.Of(when).Select(slot => slot.Time).Distinct().ToList() is [var only] ? only : null;
}
