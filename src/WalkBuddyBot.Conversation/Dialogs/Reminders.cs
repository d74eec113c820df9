using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Takes a wish: asks what is missing, refuses what cannot be, and reads back what was set.</summary>
internal static class Reminders
{
    private const int MostReminders = 12;
    private const string PlainChannel = "msteams";

    // A one-off is forgotten only when no snooze of it can still come.
    private static readonly Duration Forgotten = Duration.FromDays(1);

    public static void Set(Talk talk, Slots slots, string? ask)
    {
        if (talk.Person.NudgeAt is null)
        {
            talk.Leave();
            talk.Reply(talk.Say("reminder.only-alone"), talk.Ways.Help(), talk.Ways.Overview());
            return;
        }

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

        Take(talk, when, zone);
    }

    private static void Take(Talk talk, Recurrence when, DateTimeZone zone)
    {
        var kept = talk.Person.Schedules.RemoveAll(schedule => Spent.Long(schedule, zone, talk.Now, Forgotten));
        var there = kept.FirstOrDefault(schedule => TypedWish.Same(schedule.When, when));
        if (there is not null)
        {
            ReadBack(talk, kept, there, zone, isNew: false);
            return;
        }

        if (kept.Length >= MostReminders)
        {
            talk.Reply(talk.Say("reminder.too-many", ("most", MostReminders)), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
            return;
        }

        var counted = kept.RemoveAll(schedule => Spent.Long(schedule, zone, talk.Now, Duration.Zero) && !IsToday(talk, schedule, zone));
        var alive = talk.Person with { Schedules = counted };
        if (!Ceiling.Fits(alive, when, zone))
        {
            Offer(talk, Ceiling.Nearest(alive, when, zone), zone);
            return;
        }

        var doneThrough = Spent.Recurs(when) ? talk.LocalNow : LocalDateTime.MinIsoValue;
        var wish = new Schedule(new ScheduleId(DerivedId.From("schedule", talk.Heard.Key)), NudgeKind.Walk, when, doneThrough);
        ReadBack(talk, kept.Add(wish), wish, zone, isNew: true);
    }

    private static bool IsToday(Talk talk, Schedule schedule, DateTimeZone zone) => schedule.When switch
    {
        Recurrence.Once once => once.At.Date == talk.LocalNow.Date,
        Recurrence.After after => after.At.InZone(zone).Date == talk.LocalNow.Date,
        _ => true,
    };

    private static void Offer(Talk talk, Recurrence? nearest, DateTimeZone zone)
    {
        var most = ("most", (object)talk.Person.Plan.MostPerDay);
        if (nearest is null)
        {
            talk.Reply(talk.Say("reminder.day-full", most), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
            return;
        }

        var command = TypedWish.Of(nearest, talk.LocalNow.Date);
        talk.AskFor(Intents.SetReminder, Questions.YesNo, YesNoDialog.Offering(command));
        talk.Reply(
            talk.Say("reminder.too-often", most, ("wish", SpokenWish.Of(nearest, zone))),
            Ways.Remind(talk.Say("choice.take-offer"), command),
            talk.Ways.Show(),
            talk.Ways.Help());
    }

    private static void ReadBack(Talk talk, ImmutableArray<Schedule> schedules, Schedule wish, DateTimeZone zone, bool isNew)
    {
        var wasStopped = talk.Person.Standing is Standing.Stopped;
        var first = isNew && talk.Person.Schedules.IsEmpty;
        ImmutableArray<Choice> undo = isNew || wasStopped ? [talk.Undoable("undo.reminder")] : [];
        if (wasStopped)
        {
            talk.Person = talk.Person with { Standing = new Standing.On() };
            schedules = [.. schedules.Select(schedule => Spent.FromNow(schedule, talk.LocalNow))];
        }

        talk.Person = talk.Person with { Schedules = schedules };
        var wishWords = SpokenWish.Of(wish.When, zone);
        var sentences = new List<string>
        {
            isNew
                ? talk.Say("reminder.set", ("wish", wishWords), ("zone", talk.Person.Zone!))
                : talk.Say("reminder.there-already", ("wish", wishWords), ("zone", talk.Person.Zone!)),
        };
        if (Spent.Recurs(wish.When) && Coming.Moments(talk, talk.Person with { Schedules = [wish] }, 3) is { } moments)
        {
            sentences.Add(talk.Say("next.some", ("moments", moments)));
        }

        if (wasStopped)
        {
            sentences.Add(schedules.Length > 1 ? talk.Say("reminder.on-again-with-others") : talk.Say("reminder.on-again"));
        }
        else if (Coming.Hold(talk) is { } hold)
        {
            sentences.Add(hold);
        }

        if (first && talk.Heard.From.Channel != PlainChannel)
        {
            sentences.Add(talk.Say("reminder.closed-page"));
        }

        ImmutableArray<Choice> resume = talk.Person.Standing.Holds(talk.Now) is null ? [] : [talk.Ways.Resume()];
        talk.Reply(string.Join(' ', sentences), [.. undo, .. resume, talk.Ways.Show(), talk.Ways.ChangeZone(), .. talk.ZoneOffer()]);
    }
}
