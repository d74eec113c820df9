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
        talk.AskFor(Intents.SetReminder, what, PendingSlots.Write(slots, talk.Now));
        switch (what)
        {
            case "am_pm" when Hour(slots) is { } hour:
                talk.Reply(talk.Say("reminder.am-or-pm", ("hour", hour.Hour % 12 == 0 ? 12 : hour.Hour % 12)), Time(talk, slots, 0), Time(talk, slots, 12), talk.Ways.Help());
                return;
            case "days" when !slots.Times.IsEmpty:
                talk.Reply(
                    talk.Say("reminder.which-days"),
                    Whole(talk, talk.Say("choice.days-weekdays"), slots with { Days = [.. Week(5)] }),
                    Whole(talk, talk.Say("choice.days-all"), slots with { Days = [.. Week(7)] }),
                    talk.Ways.Help());
                return;
            default:
                talk.Reply(
                    talk.Say("reminder.which-time"),
                    [.. Usual.Select(time => Whole(talk, SpokenTime.Clock(time), At(slots, time))), talk.Ways.Help()]);
                return;
        }
    }

    private static LocalTime? Hour(Slots slots) => slots.Times.IsEmpty ? slots.Once?.TimeOfDay : slots.Times[0];

    // The half of the day named by the hours added to the morning's reading.
    private static Choice Time(Talk talk, Slots slots, int hours)
    {
        var half = slots with
        {
            Times = [.. slots.Times.Select(time => Half(time, hours))],
            Once = slots.Once is { } once ? once.Date.At(Half(once.TimeOfDay, hours)) : null,
        };
        return Whole(talk, SpokenTime.Clock(Hour(half)!.Value), half);
    }

    private static LocalTime Half(LocalTime time, int hours) => new((time.Hour % 12) + hours, time.Minute);

    private static Slots At(Slots slots, LocalTime time) => (slots.Date ?? slots.Once?.Date) is { } date && slots.Days.IsEmpty
        ? slots with { Once = date.At(time) }
        : slots with { Times = [time], Days = slots.Days.IsEmpty ? [.. Week(7)] : slots.Days };

    private static IEnumerable<IsoDayOfWeek> Week(int days) => Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day);

    private static Choice Whole(Talk talk, string title, Slots slots) =>
        Ways.Remind(title, SpokenWish.Command(Wish.From(slots with { Elapsed = null }, talk.Now)!, talk.LocalNow.Date));
}
