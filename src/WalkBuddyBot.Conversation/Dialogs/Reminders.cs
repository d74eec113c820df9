using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Takes a wish: asks what is missing, refuses what cannot be, and reads back what was set.</summary>
internal static class Reminders
{
    /// <summary>The most reminders a person can have.</summary>
    public const int MostReminders = 12;

    // A one-off is forgotten only when no snooze of it can still come.
    private static readonly Duration Forgotten = Duration.FromDays(1);

    /// <param name="talk">The turn.</param>
    /// <param name="slots">The wish.</param>
    /// <param name="ask">What is missing of it.</param>
    /// <param name="done">What was done just before, on the way to it, for the reply to begin with.</param>
    public static void Set(Talk talk, Slots slots, string? ask, string? done = null)
    {
        talk.Before = done;
        if (talk.Person.NudgeAt is null)
        {
            talk.Leave();
            talk.Reply(talk.Say("reminder.only-alone"), talk.Ways.Help(), talk.Ways.Overview());
            return;
        }

        slots = WithinHours(talk.Person, slots);
        var when = Wish.From(slots, talk.Now);
        if (when is null || ask is Asks.HalfOfDay or Asks.Days or Asks.Times or Asks.Date or Asks.Until)
        {
            ReminderQuestions.Ask(talk, slots, ask ?? Asks.Times);
            return;
        }

        if (talk.Zone is not { } zone)
        {
            talk.AskFor(Intents.SetReminder, Questions.Zone, KeptSlots.Keep(slots));
            talk.Reply(talk.Say("reminder.which-zone"), [.. TimeZoneDialog.Guesses(talk), talk.Ways.Help()]);
            return;
        }

        talk.Leave();
        if (Wish.Impossible(when, zone, talk.Now) is { } code)
        {
            Refusals.Say(talk, code);
            return;
        }

        var kind = slots.About == "tip" ? NudgeKind.Tip : NudgeKind.Walk;
        if (!IsThere(talk, when, kind, zone) && !HoursQuestion.Ask(talk, slots, when, kind, zone))
        {
            Take(talk, when, kind, zone);
        }
    }

    // A rhythm with no window of its own keeps to the hours that the person set.
    private static Slots WithinHours(Person person, Slots slots) =>
        slots is { EveryMinutes: not null, From: null, To: null } && person.Fence is { } fence && fence.From < fence.To
            ? slots with { From = fence.From, To = fence.To } : slots;

    /// <summary>Whether there is no room for another.</summary>
    public static bool IsFull(Talk talk, DateTimeZone zone) => Kept(talk, zone).Length >= MostReminders;

    /// <summary>The reminders, without one-offs long past.</summary>
    public static ImmutableArray<Schedule> Kept(Talk talk, DateTimeZone zone) =>
        talk.Person.Schedules.RemoveAll(schedule => Spent.Long(schedule, zone, talk.Now, Forgotten));

    private static bool IsThere(Talk talk, Recurrence when, NudgeKind kind, DateTimeZone zone)
    {
        var kept = Kept(talk, zone);
        if (kept.FirstOrDefault(schedule => schedule.Kind == kind && schedule.When.IsSame(when)
            && !Spent.Over(schedule, zone, talk.Now)) is not { } there)
        {
            return false;
        }

        ReminderReadBack.Say(talk, kept, there, zone, isNew: false);
        return true;
    }

    private static void Take(Talk talk, Recurrence when, NudgeKind kind, DateTimeZone zone)
    {
        var kept = Kept(talk, zone);
        if (IsFull(talk, zone))
        {
            talk.Reply(talk.Say("reminder.too-many", ("most", MostReminders)), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
            return;
        }

        if (Twins.Swallow(talk, kept, when, kind, zone))
        {
            return;
        }

        var counted = kept.RemoveAll(schedule => Spent.Long(schedule, zone, talk.Now, Duration.Zero) && !IsToday(talk, schedule, zone));
        var alive = talk.Person with { Schedules = counted };
        if (!Ceiling.Fits(alive, when, zone))
        {
            Offer(talk, Ceiling.Nearest(alive, when, zone), kind, zone);
            return;
        }

        var doneThrough = Spent.Recurs(when) ? talk.LocalNow : LocalDateTime.MinIsoValue;
        var wish = new Schedule(new ScheduleId(DerivedId.From("schedule", talk.Heard.Key)), kind, when, doneThrough);
        ReminderReadBack.Say(talk, kept.Add(wish), wish, zone, isNew: true);
    }

    private static bool IsToday(Talk talk, Schedule schedule, DateTimeZone zone) => schedule.When switch
    {
        Recurrence.Once once => once.At.Date == talk.LocalNow.Date,
        Recurrence.After after => after.At.InZone(zone).Date == talk.LocalNow.Date,
        _ => true,
    };

    private static void Offer(Talk talk, Recurrence? nearest, NudgeKind kind, DateTimeZone zone)
    {
        var most = ("most", (object)talk.Person.Plan.MostPerDay);
        if (nearest is null)
        {
            talk.Reply(talk.Say("reminder.day-full", most), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
            return;
        }

        var command = TypedWish.Of(nearest, talk.LocalNow.Date, kind);
        talk.AskFor(Intents.SetReminder, Questions.YesNo, YesNoDialog.Offering(command));
        talk.Reply(
            talk.Say("reminder.too-often", most, ("wish", SpokenWish.Of(nearest, zone))),
            Ways.Remind(talk.Say("choice.take-offer"), command),
            talk.Ways.Show(),
            talk.Ways.Help());
    }
}
