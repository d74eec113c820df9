namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A new reminder, in one sentence or over a question or two; the understanding puts the answers together.</summary>
internal sealed class SetReminderDialog(Talks talks) : Dialog(talks, Understanding.Intents.SetReminder)
{
    protected override void Answer(Talk talk)
    {
        if (talk.Slots.Zone is { } named && ZoneNames.Valid(named, talk.Zones) is { } zone)
        {
            if (talk.Person.Dialog?.Dialog == Understanding.Intents.TimeZone && Wish.From(talk.Slots, talk.Now) is null)
            {
                TimeZoneDialog.Set(talk, zone);
                return;
            }

            talk.Person = talk.Person with { Zone = zone };
        }

        Reminders.Set(talk, talk.Slots, talk.Meaning.Ask);
    }
}
