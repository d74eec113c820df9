using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The questions a half-told reminder needs. Each button carries the whole command, so that it works later too.</summary>
internal static class ReminderQuestions
{
    private static readonly LocalTime[] Usual = [new(10, 30), new(12, 30), new(15, 0)];

    public static void Ask(Talk talk, Slots slots, string what)
    {
        switch (what)
        {
            case Asks.HalfOfDay when Open(slots) is [_, ..] open:
                Wait(talk, Questions.HalfOfDay, slots);
                talk.Reply(Morning(talk, open[0]), Half(talk, slots, 0), Half(talk, slots, 12), talk.Ways.Help());
                return;
            case Asks.HalfOfDay:
                talk.Leave();
                talk.Reply(talk.Say("reminder.each-am-or-pm"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
                return;
            case Asks.Until or Asks.Times when Whole(slots, talk) is { } when:
                Offer(talk, when, KindOf(slots), what);
                return;
            case Asks.Until:
                talk.Leave();
                talk.Reply(talk.Say("reminder.no-end"), talk.Ways.Weekdays(), talk.Ways.SetReminder(), talk.Ways.Help());
                return;
            case Asks.Days when !slots.Times.IsEmpty:
                Wait(talk, Questions.Days, slots);
                talk.Reply(
                    talk.Say("reminder.which-days"),
                    Whole(talk, talk.Say("choice.days-weekdays"), slots with { Days = [.. Week(5)] }),
                    Whole(talk, talk.Say("choice.days-all"), slots with { Days = [.. Week(7)] }),
                    talk.Ways.Help());
                return;
            case Asks.Date:
                Wait(talk, Questions.Days, slots with { Date = null });
                talk.Reply(talk.Say("reminder.which-date"), talk.Ways.Weekdays(), talk.Ways.Help());
                return;
            default:
                Wait(talk, Questions.Times, slots);
                talk.Reply(
                    talk.Say("reminder.which-time"),
                    [.. Usual.Select(time => Whole(talk, SpokenTime.Clock(time), At(slots, time))), talk.Ways.Help()]);
                return;
        }
    }

    // What was understood of a wish that says more is offered, never set unasked.
    private static void Offer(Talk talk, Recurrence when, NudgeKind kind, string what)
    {
        var command = TypedWish.Of(when, talk.LocalNow.Date, kind);
        var wish = ("wish", (object)SpokenWish.Of(when, talk.ZoneOrUtc));
        talk.AskFor(Intents.SetReminder, Questions.YesNo, YesNoDialog.Offering(command));
        talk.Reply(
            what == Asks.Until ? talk.Say("reminder.without-end", wish) : talk.Say("reminder.not-all", wish),
            Ways.Remind(talk.Say("choice.take-offer"), command),
            talk.Ways.SetReminder(),
            talk.Ways.Help());
    }

    private static Recurrence? Whole(Slots slots, Talk talk) =>
        slots is { Open.IsEmpty: true, Elapsed: null } && Wish.From(slots, talk.Now) is { } when
        && Wish.Impossible(when, talk.ZoneOrUtc, talk.Now) is null ? when : null;

    // "2:30": two in the afternoon is no evening, and six is no afternoon.
    public static string Morning(Talk talk, LocalTime time)
    {
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var clock = ("time", (object)(time.Minute == 0 ? $"{hour}"
            : string.Create(CultureInfo.InvariantCulture, $"{hour}:{time.Minute:00}")));
        return hour is 12 or < 5 ? talk.Say("reminder.morning-or-afternoon", clock) : talk.Say("reminder.morning-or-evening", clock);
    }

    private static NudgeKind KindOf(Slots slots) => slots.About == "tip" ? NudgeKind.Tip : NudgeKind.Walk;

    private static void Wait(Talk talk, string question, Slots slots) => talk.AskFor(Intents.SetReminder, question, KeptSlots.Keep(slots));

    // The times of which it is open which half of the day was meant.
    private static ImmutableArray<LocalTime> Open(Slots slots) => !slots.Open.IsEmpty ? slots.Open
        : !slots.Times.IsEmpty ? slots.Times
        : slots.Once is { } once ? [once.TimeOfDay] : [];

    // One half of the day, named by the hours added to the morning's reading.
    private static Choice Half(Talk talk, Slots slots, int hours)
    {
        var open = Open(slots);
        var half = slots with
        {
            Open = [],
            Times = [.. slots.Times.Select(time => open.Contains(time) ? InHalf(time, hours) : time).Order()],
            PerDay = slots.PerDay.ToImmutableSortedDictionary(
                day => day.Key,
                day => day.Value.Select(time => open.Contains(time) ? InHalf(time, hours) : time).Order().ToImmutableArray()),
            Once = slots.Once is { } once ? once.Date.At(InHalf(once.TimeOfDay, hours)) : null,
        };
        return Whole(talk, SpokenTime.Clock(InHalf(open[0], hours)), half);
    }

    private static LocalTime InHalf(LocalTime time, int hours) => new((time.Hour % 12) + hours, time.Minute);

    private static Slots At(Slots slots, LocalTime time) => (slots.Date ?? slots.Once?.Date) is { } date && slots.Days.IsEmpty
        ? Slots.None with { Once = date.At(time), About = slots.About }
        : Slots.None with { About = slots.About, Times = [time], Days = slots.Days.IsEmpty ? [.. Week(7)] : slots.Days };

    private static IEnumerable<IsoDayOfWeek> Week(int days) => Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day);

    private static Choice Whole(Talk talk, string title, Slots slots) =>
        Ways.Remind(title, TypedWish.Of(Wish.From(slots with { Elapsed = null }, talk.Now)!, talk.LocalNow.Date, KindOf(slots)));
}
