using System.Globalization;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Ways on that several dialogs offer.</summary>
internal readonly struct Ways(Speech speech)
{
    /// <summary>The input of *Undo* that names the change it was offered for, so that an old button takes back nothing newer.</summary>
    public const string UndoOf = "of";

    public Choice Help() => Choice.Of(speech.Say("choice.help"), Verbs.Help);

    public Choice Show() => Choice.Of(speech.Say("choice.show"), Verbs.Show);

    public Choice Stop() => Choice.Of(speech.Say("choice.stop"), Verbs.Stop);

    public Choice Resume() => Choice.Of(speech.Say("choice.resume"), Verbs.Resume);

    public Choice ChangeZone() => Choice.Of(speech.Say("choice.change-zone"), Verbs.ChangeZone);

    public Choice UseZone(string zone) => Choice.Of(speech.Say("choice.use-zone", ("zone", zone)), Verbs.ChangeZone, ("zone", zone));

    /// <summary>Yes, to the question whether the reminders shall move: the zone stands on the button, should it be pressed late.</summary>
    public Choice MoveTo(string zone) => Choice.Of(speech.Say("choice.yes"), Verbs.ChangeZone, ("zone", zone));

    public Choice Safe() => Choice.Of(speech.Say("choice.safe"), Verbs.Safe);

    public Choice Walked() => Choice.Of(speech.Say("choice.walked"), Verbs.Walked);

    public static Choice WalkedFor(int minutes) =>
        Choice.Of(SpokenTime.Length(minutes), Verbs.Walked, ("minutes", minutes.ToString(CultureInfo.InvariantCulture)));

    public Choice Snooze(int minutes) => Choice.Of(
        speech.Say("choice.snooze", ("length", SpokenTime.Length(minutes))),
        Verbs.Snooze,
        ("minutes", minutes.ToString(CultureInfo.InvariantCulture)));

    public Choice Weekdays() => Choice.Of(speech.Say("choice.weekdays"), Verbs.Remind, ("say", "remind me weekdays at 10:30"));

    public static Choice Remind(string title, string say) => Choice.Of(title, Verbs.Remind, ("say", say));

    public Choice SetReminder() => Choice.Of(speech.Say("choice.set-reminder"), Verbs.Remind);

    /// <summary>A command that has no verb of its own, as if it had been typed.</summary>
    public static Choice Type(string title, string answer) => Choice.Of(title, Verbs.Answer, ("answer", answer));

    /// <summary>A command that stands on its button as it would be typed.</summary>
    public static Choice Typed(string words) => Type(words, words);

    public Choice RemindIn(int minutes) => Remind(
        speech.Say("choice.remind-in", ("length", SpokenTime.Length(minutes))), $"remind me in {SpokenTime.Length(minutes)}");

    public Choice RemindTomorrow(NodaTime.LocalTime time) => Remind(
        speech.Say("choice.tomorrow-at", ("time", SpokenTime.Clock(time))), $"remind me tomorrow at {SpokenTime.Clock(time)}");

    public Choice No() => Type(speech.Say("choice.no"), "no");

    public Choice NoQuietHours() => Typed(speech.Say("choice.no-quiet"));

    public Choice Between(Hours hours) => Typed(
        speech.Say("choice.between", ("from", SpokenTime.Clock(hours.From)), ("to", SpokenTime.Clock(hours.To))));

    public Choice QuietFrom(Hours hours) => Typed(
        speech.Say("choice.quiet", ("from", SpokenTime.Clock(hours.From)), ("to", SpokenTime.Clock(hours.To))));

    public Choice Progress() => Typed(speech.Say("choice.progress"));

    public Choice Tip() => Type(speech.Say("choice.tip"), "give me a tip");

    public static Choice Ask(Topic topic) => Choice.Of(topic.Title, Verbs.Ask, ("topic", topic.Id));

    public Choice Overview() => Choice.Of(speech.Say("choice.overview"), Verbs.Ask, ("topic", "overview"));

    /// <summary>The signs; the words themselves ask for them.</summary>
    public Choice WhenToSeeSomeone() => Type(speech.Say("choice.see-a-doctor"), speech.Say("choice.see-a-doctor"));

    public Choice More(string topic) => Choice.Of(speech.Say("choice.more"), Verbs.More, ("topic", topic));

    public Choice Why(string tip) => Choice.Of(speech.Say("choice.why"), Verbs.Why, ("tip", tip));

    public Choice Undo(UndoStep step) => Choice.Of(speech.Say("choice.undo"), Verbs.Undo, (UndoOf, NameOf(step)));

    public static string NameOf(UndoStep step) => step.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
