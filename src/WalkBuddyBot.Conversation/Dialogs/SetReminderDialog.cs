namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A new reminder, in one sentence or over a question or two.</summary>
internal sealed class SetReminderDialog(Talks talks) : Dialog(talks, Understanding.Intents.SetReminder)
{
    protected override void Answer(Talk talk)
    {
        var said = talk.Slots;
        if (talk.Person.Dialog is { Dialog: Understanding.Intents.SetReminder } waiting && !StandsAlone(talk))
        {
            said = PendingSlots.Merge(PendingSlots.Read(waiting.Slots, talk.Now), said);
        }

        if (said.Zone is { } named && talk.Person.Zone != named && ZoneNames.Valid(named, talk.Zones) is { } zone)
        {
            talk.Person = talk.Person with { Zone = zone };
        }

        Reminders.Set(talk, said, talk.Meaning.Ask);
    }

    // A whole new command takes the place of a half-told one.
    private static bool StandsAlone(Talk talk)
    {
        var words = talk.Heard.Text ?? talk.Heard.Inputs.GetValueOrDefault("say") ?? talk.Heard.Inputs.GetValueOrDefault("answer") ?? "";
        return words.Contains("remind", StringComparison.OrdinalIgnoreCase) || talk.Heard.Verb == Domain.Verbs.Remind;
    }
}
