using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>
/// What has to be asked before a reminder can be changed. Each button carries the whole change, so that it works later too.
/// </summary>
internal static class ChangeQuestions
{
    private const string Spoken = "spoken-of";

    /// <summary>The place in the list of the reminder that the last question was about; null where none is open.</summary>
    public static string? SpokenOf(Person person) =>
        person.Dialog is { Dialog: Intents.ChangeTime } state ? state.Slots.GetValueOrDefault(Spoken) : null;

    public static void NoneMeant(Talk talk, ImmutableArray<Schedule> listed) => talk.Reply(
        $"{talk.Say("change.none")} {talk.Say("show.reminders", ("wishes", Listed.Words(talk, listed)!))}",
        talk.Ways.SetReminder(),
        talk.Ways.Show(),
        talk.Ways.Help());

    public static void NoTips(Talk talk) =>
        talk.Reply(talk.Say("change.no-tips"), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());

    public static void OneDate(Talk talk, Target target) => talk.Reply(
        talk.Say("change.one-date", ("wish", Listed.Words(talk, target.Schedule))),
        Ways.Typed(talk.Say("choice.skip-today")),
        talk.Ways.Show(),
        talk.Ways.Help());

    public static void Which(Talk talk, ImmutableArray<Schedule> listed, ImmutableArray<Target> targets, Slots slots)
    {
        // What the answer names takes the place of what was named before.
        var removes = slots.Off || !slots.RemoveDays.IsEmpty || !slots.RemoveTimes.IsEmpty;
        var kept = slots with { FromTime = null, FromDay = null, Which = null, RemoveDays = [], RemoveTimes = [], Off = removes };
        talk.AskFor(Intents.ChangeTime, Questions.ChangeWhich, KeptSlots.Keep(kept));
        var words = talk.Say("change.which", ("wishes", Listed.Words(talk, listed)!));
        talk.Reply(words, [.. new ChangeWords(talk, listed).Of(targets, slots), talk.Ways.Show()]);
    }

    public static void What(Talk talk, ImmutableArray<Schedule> listed, Target target)
    {
        var place = (listed.IndexOf(target.Schedule) + 1).ToString(CultureInfo.InvariantCulture);
        talk.AskFor(Intents.ChangeTime, Questions.ChangeWhich, ImmutableDictionary<string, string>.Empty.Add(Spoken, place));
        var words = talk.Say("change.what", ("wish", Listed.Words(talk, target.Schedule)));
        talk.Reply(words, [.. new ChangeWords(talk, listed).Ideas(target), talk.Ways.Show()]);
    }

    /// <summary>A rhythm has no single time that could be another.</summary>
    public static void Rhythm(Talk talk, Schedule schedule, LocalTime to)
    {
        var make = talk.Say("choice.make-it", ("wish", $"{SpokenTime.Days(schedule.When.Days())} at {SpokenTime.Clock(to)}"));
        talk.Reply(talk.Say("change.rhythm", ("wish", Listed.Words(talk, schedule))), Ways.Typed(make), talk.Ways.Show(), talk.Ways.Help());
    }

    public static void Half(Talk talk, ImmutableArray<Schedule> listed, Target target, Slots slots)
    {
        var time = slots.ToTime!.Value;
        var place = (listed.IndexOf(target.Schedule) + 1).ToString(CultureInfo.InvariantCulture);
        talk.AskFor(Intents.ChangeTime, Questions.HalfOfDay, KeptSlots.Keep(slots).SetItem(Spoken, place));
        var words = new ChangeWords(talk, listed);
        ImmutableArray<Choice> halves =
            [.. new[] { time, time.PlusHours(12) }.SelectMany(half => words.Of([target], slots with { ToTime = half, Open = [] }))];
        talk.Reply(ReminderQuestions.Morning(talk, time), [.. halves, talk.Ways.Show()]);
    }
}
