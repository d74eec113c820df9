using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Knows the sentences of the scripts, and nothing else.</summary>
internal sealed class ScriptedUnderstanding : IUnderstanding
{
    public static readonly ImmutableArray<IsoDayOfWeek> Weekdays = Week(5);
    public static readonly ImmutableArray<IsoDayOfWeek> Daily = Week(7);

    private readonly Dictionary<string, Func<LocalDateTime, Meaning>> _known = new()
    {
        ["i'm safe"] = _ => Of(Intents.Safe),
        ["not me"] = _ => Of(Intents.Safe),
        ["skip tomorrow"] = now => Of(Intents.Skip, new() { Which = LocalDatePattern.Iso.Format(now.Date.PlusDays(1)) }),
        ["skip thursday"] = now => Of(Intents.Skip, new() { Which = LocalDatePattern.Iso.Format(now.Date.Next(IsoDayOfWeek.Thursday)) }),
        ["skip the next one"] = _ => Of(Intents.Skip, new() { Which = "next" }),
        ["walked 5 km"] = _ => Of(Intents.LogWalk) with { Ask = Asks.Minutes },
        ["snooze"] = _ => Of(Intents.Snooze) with { Ask = Asks.Minutes },
        ["hello"] = _ => Of(Intents.Greeting),
        ["help"] = _ => Of(Intents.Help),
        ["thank you"] = _ => Of(Intents.Thanks),
        ["bye"] = _ => Of(Intents.Goodbye),
        ["yes"] = _ => Of(Intents.Yes),
        ["no"] = _ => Of(Intents.No),
        ["stop"] = _ => Of(Intents.Stop),
        ["resume"] = _ => Of(Intents.Resume),
        ["undo"] = _ => Of(Intents.Undo),
        ["show my reminders"] = _ => Of(Intents.ShowSchedule),
        ["status"] = _ => Of(Intents.Status),
        ["why does walking help?"] = _ => Of("overview"),
        ["core"] = _ => Of("core-muscles"),
        ["tell me more"] = _ => Of(Intents.More),
        ["why?"] = _ => Of(Intents.Why),
        ["give me a tip"] = _ => Of(Intents.Tip),
        ["i walked"] = _ => Of(Intents.LogWalk),
        ["done"] = _ => Of(Intents.LogWalk),
        ["walked 20"] = _ => Of(Intents.LogWalk, new() { Minutes = 20 }),
        ["walked 2000"] = _ => Of(Intents.LogWalk, new() { Minutes = 2000 }),
        ["walked 15 yesterday"] = now => Of(Intents.LogWalk, new() { Minutes = 15, Date = now.Date.PlusDays(-1) }),
        ["i walked tomorrow"] = now => Of(Intents.LogWalk, new() { Date = now.Date.PlusDays(1) }),
        ["i walked last month"] = now => Of(Intents.LogWalk, new() { Date = now.Date.PlusDays(-30) }),
        ["in 30 minutes"] = _ => Of(Intents.Snooze, new() { Minutes = 30 }),
        ["snooze 20"] = _ => Of(Intents.Snooze, new() { Minutes = 20 }),
        ["snooze 900"] = _ => Of(Intents.Snooze, new() { Minutes = 900 }),
        ["not today"] = _ => Of(Intents.Skip),
        ["pause"] = _ => Of(Intents.Pause) with { Ask = "pause_until" },
        ["pause for 1 hour"] = now => Of(Intents.Pause, new() { PauseUntil = now.PlusHours(1) }),
        ["pause for a week"] = now => Of(Intents.Pause, new() { PauseUntil = now.PlusDays(7) }),
        ["pause until yesterday"] = now => Of(Intents.Pause, new() { PauseUntil = now.PlusDays(-1) }),
        ["remind me"] = _ => Wish(new()) with { Ask = "times" },
        ["remind me weekdays at 10:30"] = _ => Wish(new() { Days = Weekdays, Times = [new(10, 30)] }),
        ["remind me weekdays at 15:00"] = _ => Wish(new() { Days = Weekdays, Times = [new(15, 0)] }),
        ["remind me every day at 19:00"] = _ => Wish(new() { Days = Daily, Times = [new(19, 0)] }),
        ["remind me weekdays at 7"] = _ => Wish(new() { Days = Weekdays, Times = [new(7, 0)], Open = [new(7, 0)] }) with { Ask = Asks.HalfOfDay },
        ["remind me weekdays at 07:00"] = _ => Wish(new() { Days = Weekdays, Times = [new(7, 0)] }),
        ["remind me weekdays at 19:00"] = _ => Wish(new() { Days = Weekdays, Times = [new(19, 0)] }),
        ["19:00"] = _ => Wish(new() { Days = Daily, Times = [new(19, 0)] }),
        ["remind me tomorrow at 12:00"] = now => Wish(new() { Once = now.Date.PlusDays(1).At(LocalTime.Noon) }),
        ["remind me today at 08:00"] = now => Wish(new() { Once = now.Date.At(new(8, 0)) }),
        ["remind me in 1 minute"] = now => Wish(new() { Elapsed = Duration.FromMinutes(1), Once = now.PlusMinutes(1) }),
        ["remind me every 10 minutes"] = _ => Wish(new() { EveryMinutes = 10, From = new(9, 0), To = new(17, 0), Days = Weekdays }),
        ["remind me every 90 minutes from 09:00 to 17:00 on weekdays"] = _ => Wish(new() { EveryMinutes = 90, From = new(9, 0), To = new(17, 0), Days = Weekdays }),
        ["remind me at 25:00"] = _ => Wish(new()) with { Error = "bad_time", Offending = "25:00" },
        ["remind me on feb 30"] = _ => Wish(new()) with { Error = "bad_date", Offending = "feb 30" },
        ["remind me every 0 minutes"] = _ => Wish(new()) with { Error = "bad_interval", Offending = "every 0 minutes" },
        ["remind me on 3/4"] = _ => Wish(new()) with { Ask = Asks.Date },
        ["remind me to feed the cat"] = _ => Of(Intents.NotAWalk),
        ["make it 11"] = _ => Of(Intents.ChangeTime, new() { ToTime = new(11, 0) }),
        ["half an hour later"] = _ => Of(Intents.ChangeTime, new() { ShiftMinutes = 30 }),
        ["remove friday"] = _ => Of(Intents.ChangeTime, new() { RemoveDays = [IsoDayOfWeek.Friday] }),
        ["change my reminder"] = _ => Of(Intents.ChangeTime) with { Ask = Asks.Times },
        ["delete all my reminders"] = _ => Of(Intents.ChangeTime, new() { All = true, Off = true }),
        ["make it every 2 hours"] = _ => Of(Intents.ChangeTime, new() { EveryMinutes = 120 }),
        ["make it 7"] = _ => Of(Intents.ChangeTime, new() { ToTime = new(7, 0), Open = [new(7, 0)] }) with { Ask = Asks.HalfOfDay },
        ["set a goal"] = _ => Of(Intents.Goal) with { Ask = Asks.Goal },
        ["5 walks a week"] = _ => Of(Intents.Goal, new() { Walks = 5, Per = "week" }),
        ["100 minutes a week"] = _ => Of(Intents.Goal, new() { Minutes = 100, Per = "week" }),
        ["no goal"] = _ => Of(Intents.Goal, new() { Off = true }),
        ["what is my goal"] = _ => Of(Intents.Goal, new() { Show = true }),
        ["set quiet hours"] = _ => Of(Intents.QuietHours) with { Ask = Asks.Quiet },
        ["quiet hours 09:00 to 11:00"] = _ => Of(Intents.QuietHours, new() { From = new(9, 0), To = new(11, 0) }),
        ["only between 18:00 and 20:00"] = _ => Of(Intents.QuietHours, new() { From = new(18, 0), To = new(20, 0), About = "fence" }),
        ["no quiet hours"] = _ => Of(Intents.QuietHours, new() { Off = true }),
        ["what are my quiet hours"] = _ => Of(Intents.QuietHours, new() { Show = true }),
        ["how am i doing?"] = _ => Of(Intents.Progress),
        ["how much did i walk"] = _ => Of(Intents.Progress, new() { View = "all" }),
        ["nudge me now"] = _ => Of(Intents.NudgeMe),
        ["you are great"] = _ => Of(Intents.Feedback, new() { Opinion = "good" }),
        ["send me a tip every day at 08:00"] = _ => Wish(new() { Days = Daily, Times = [new(8, 0)], About = "tip" }),
        ["my time zone is europe/berlin"] = _ => Of(Intents.TimeZone, new() { Zone = "Europe/Berlin" }),
        ["my time zone"] = _ => Of(Intents.TimeZone) with { Ask = "zone" },
        ["my time zone is pariss"] = _ => Of(Intents.TimeZone) with { Error = "unknown_zone", Offending = "pariss" },
    };

    public static Meaning Of(string label, Slots? slots = null) => new(label, 1, slots ?? Slots.None, null, null, null, SafetyLevel.None, []);

    public static Meaning Wish(Slots slots) => Of(Intents.SetReminder, slots);

    public void Learn(string text, Meaning meaning) => _known[text] = _ => meaning;

    public Meaning Understand(string text, Instant now, DateTimeZone? zone, DialogState? talk) =>
        _known.TryGetValue(text.ToLowerInvariant(), out var meaning)
            ? Completed(meaning(now.InZone(zone ?? DateTimeZone.Utc).LocalDateTime), text, talk)
            : Of(Intents.OutOfScope) with { Score = 0.1, Nearest = ["stress", "causes", "core-muscles", "overview"] };

    // An answer to a question of a reminder is put together with what was said before it.
    private static Meaning Completed(Meaning meaning, string text, DialogState? talk) => talk switch
    {
        { Question: Questions.HalfOfDay } when text == "19:00" => Wish(KeptSlots.Read(talk.Slots) with { Times = [new(19, 0)], Open = [] }),
        { Question: Questions.Zone, Dialog: Intents.SetReminder } when meaning.Slots.Zone is { } zone => Wish(KeptSlots.Read(talk.Slots) with { Zone = zone }),
        _ => meaning,
    };

    private static ImmutableArray<IsoDayOfWeek> Week(int days) => [.. Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day)];
}
