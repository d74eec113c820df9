using System.Globalization;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// The page was opened again after a while: one line with the number of what came meanwhile, and that reminders which rested are on again.
/// Where nothing was missed it says nothing.
/// </summary>
internal sealed class ReturnedDialog(Talks talks) : Dialog(talks, Verbs.Returned)
{
    private const int Most = 9999;

    protected override void Answer(Talk talk)
    {
        var missed = (int)Math.Min(Number(talk, "missed"), Most);
        var since = Instant.FromUnixTimeMilliseconds(Math.Clamp(Number(talk, "since"), 0, talk.Now.ToUnixTimeMilliseconds()));
        var rested = talk.Facts.Nudges30Days.Any(row => row.Reason == DropReasons.Away && row.NotBefore > since);
        string?[] lines =
        [
            missed switch
            {
                <= 0 => null,
                1 => talk.Say("returned.one"),
                _ => talk.Say("returned.some", ("count", missed)),
            },
            rested ? $"{talk.Say("returned.rested")} {Coming.Next(talk)}" : null,
        ];
        if (lines.Any(line => line is not null))
        {
            talk.Reply(string.Join(' ', lines.OfType<string>()), talk.Ways.Show(), talk.Ways.Stop(), talk.Ways.Help());
        }
    }

    private static long Number(Talk talk, string name) =>
        long.TryParse(talk.Heard.Inputs.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
