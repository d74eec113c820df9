using System.Globalization;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Which meaning a pressed verb has: the same as the words a person would type.</summary>
internal static class Presses
{
    /// <summary>Whether the press is words of the person's own: a whole command on a button.</summary>
    public static bool IsCommand(Heard heard) =>
        heard.Verb == Verbs.Remind && !string.IsNullOrWhiteSpace(heard.Inputs.GetValueOrDefault("say"));

    /// <summary>Whether someone becomes known by it: words of their own, or an install.</summary>
    public static bool MakesKnown(Heard heard) => heard.Verb switch
    {
        null => !string.IsNullOrWhiteSpace(heard.Text),
        Verbs.Installed => true,
        _ => IsCommand(heard),
    };

    /// <summary>Whether a press can be answered while nothing is kept of the person.</summary>
    public static bool NeedsNobody(Heard heard) =>
        heard.Verb is Verbs.Joined or Verbs.Installed or Verbs.Uninstalled or Verbs.Ended or Verbs.Ask or Verbs.More or Verbs.Why or Verbs.Help or Verbs.Remind or Verbs.Safe;

    /// <summary>The words the press stands for, if it stands for words.</summary>
    public static string? Words(Heard heard) => heard.Verb switch
    {
        Verbs.Remind => heard.Inputs.GetValueOrDefault("say"),
        Verbs.Answer => heard.Inputs.GetValueOrDefault("answer"),
        _ => null,
    };

    public static Meaning Meaning(Heard heard) => heard.Verb switch
    {
        Verbs.Joined => Of(Intents.Greeting),
        Verbs.Installed => Of(Intents.Installed),
        Verbs.Uninstalled => Of(Intents.Uninstalled),
        Verbs.Ended => Of(Intents.Ended),
        Verbs.Ask => Of(heard.Inputs.GetValueOrDefault("topic") ?? Intents.Help),
        Verbs.More => Of(Intents.More),
        Verbs.Why => Of(Intents.Why),
        Verbs.Walked => Of(Intents.LogWalk, Minutes(heard)),
        Verbs.Snooze => Of(Intents.Snooze, Minutes(heard)),
        Verbs.NotToday => Of(Intents.Skip),
        Verbs.Undo => Of(Intents.Undo),
        Verbs.Stop => Of(Intents.Stop),
        Verbs.Resume => Of(Intents.Resume),
        Verbs.Show => Of(Intents.ShowSchedule),
        Verbs.Help => Of(Intents.Help),
        Verbs.Remind => Of(Intents.SetReminder) with { Ask = Asks.Times },
        Verbs.ChangeZone => Of(Intents.TimeZone),
        Verbs.Safe => Of(Verbs.Safe),
        Verbs.Returned => Of(Verbs.Returned),
        _ => Of(Intents.OutOfScope),
    };

    public static Meaning Of(string label, Slots? slots = null) =>
        new(label, 1, slots ?? Slots.None, Ask: null, Error: null, Offending: null, SafetyLevel.None, Nearest: []);

    private static Slots Minutes(Heard heard) =>
        heard.Inputs.TryGetValue("minutes", out var said) && !string.IsNullOrWhiteSpace(said)
            ? Slots.None with
            {
                // What is no number is refused like an impossible length.
                Minutes = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            }
            : Slots.None;
}
