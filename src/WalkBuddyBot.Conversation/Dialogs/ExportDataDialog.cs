using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What is kept: in words, or whole as a file, which is filled in when the turn is committed.</summary>
internal sealed class ExportDataDialog(Talks talks) : Dialog(talks, Understanding.Intents.ExportData)
{
    /// <summary>The way to the file.</summary>
    public static Choice ExportMine(Talk talk) => Ways.Type(talk.Say("choice.export"), "export my data");

    protected override void Answer(Talk talk)
    {
        talk.Leave();
        if (talk.Person.Version == 0)
        {
            talk.Reply(talk.Say("export.nothing"), talk.Ways.Weekdays(), talk.Ways.Overview(), talk.Ways.Help());
        }
        else if (talk.Slots.Show)
        {
            talk.Reply(InWords(talk), ExportMine(talk), DeleteDataDialog.DeleteMine(talk), talk.Ways.Show());
        }
        else if (talk.Heard.From.Scope != Scope.Personal)
        {
            talk.Reply(talk.Say("export.only-alone"), DeleteDataDialog.DeleteMine(talk), talk.Ways.Help());
        }
        else
        {
            talk.Reply(
                talk.Say("export.ready"), new CardModel.Export(Json: null), DeleteDataDialog.DeleteMine(talk), talk.Ways.Show(), talk.Ways.Help());
        }
    }

    // Numbers only: in a group others read along.
    private static string InWords(Talk talk) => string.Join(
        ' ',
        talk.Say("export.settings", ("zone", talk.Person.Zone ?? talk.Say("export.no-zone")), ("reminders", talk.Person.Schedules.Length)),
        talk.Say("export.walks", ("walks", talk.Facts.Last84Days.Sum(day => day.Walks)), ("nudges", talk.Facts.Nudges30Days.Length)),
        talk.Heard.From.Channel == Address.WebChat ? talk.Say("export.transcript") : talk.Say("export.no-transcript"));
}
