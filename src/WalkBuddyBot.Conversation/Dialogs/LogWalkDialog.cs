using System.Globalization;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>A walk is noted: by the button of a nudge, or in words at any time.</summary>
internal sealed class LogWalkDialog(Talks talks) : Dialog(talks, Understanding.Intents.LogWalk)
{
    private const int MostMinutes = 1440;
    private const int MostWalks = 10;
    private const int DaysBack = 7;

    protected override void Answer(Talk talk)
    {
        var nudge = NudgePress.Target(talk, NudgeAnswer.Walked, out var replied);
        if (replied)
        {
            return;
        }

        talk.Leave();
        if (talk.Meaning.Ask == Asks.Minutes)
        {
            talk.AskFor(Understanding.Intents.LogWalk, Questions.Minutes, KeptSlots.Keep(talk.Slots));
            talk.Reply(talk.Say("walk.how-long"), Ways.WalkedFor(10), Ways.WalkedFor(20), Ways.WalkedFor(30), talk.Ways.Help());
            return;
        }

        var minutes = talk.Slots.Minutes ?? WalkedFor.Minutes(talk.Slots) ?? talk.Person.Plan.EasyMinutes;
        var walks = talk.Slots.Walks ?? 1;
        var today = talk.LocalNow.Date;
        var date = talk.Slots.Date ?? (talk.Heard.About is not null ? nudge?.NotBefore.InZone(talk.ZoneOrUtc).Date : null) ?? today;
        if (minutes is < 1 or > MostMinutes || walks is < 1 or > MostWalks || minutes * walks > MostMinutes)
        {
            Refusals.Say(talk, Refusals.Minutes);
            return;
        }

        if (date > today || date < today.PlusDays(-DaysBack))
        {
            var text = date > today ? talk.Say("walk.not-yet") : talk.Say("walk.too-long-ago");
            talk.Reply(text, talk.Ways.Walked(), talk.Ways.SetReminder(), talk.Ways.Help());
            return;
        }

        if (IsSaidTwice(talk))
        {
            var command = $"I walked {minutes} minutes";
            talk.AskFor(Understanding.Intents.LogWalk, Questions.YesNo, YesNoDialog.Offering(command));
            talk.Reply(talk.Say("walk.twice"), Ways.Type(talk.Say("choice.yes"), "yes"), talk.Ways.No(), talk.Ways.Progress());
            return;
        }

        Note(talk, nudge, new(minutes, walks), date);
    }

    // "Done", and "done" again within a minute: one walk, told twice, as far as anybody can know.
    private static bool IsSaidTwice(Talk talk) => !talk.Meaning.Agreed && !talk.Meaning.Amends && talk.Heard.About is null
        && talk.Person.Dialog?.Action is { Label: Understanding.Intents.LogWalk } last && talk.Now - last.At < Duration.FromMinutes(1)
        && KeptSlots.Read(last.Slots) is var before && (before.Minutes, before.Steps, before.DistanceMetres, before.Walks, before.Date)
            == (talk.Slots.Minutes, talk.Slots.Steps, talk.Slots.DistanceMetres, talk.Slots.Walks, talk.Slots.Date);

    /// <summary>The ids of walks that are noted at once follow from the first one's.</summary>
    public static Guid IdOf(Guid first, int at) =>
        at == 0 ? first : DerivedId.From("walk", first.ToString("N"), at.ToString(CultureInfo.InvariantCulture));

    private static void Note(Talk talk, Outgoing? nudge, WalkedFor walked, LocalDate date)
    {
        // A second press of one nudge is the same walk, whatever message brought it.
        var id = nudge is not null && talk.Heard.About is not null
            ? DerivedId.From("walk", nudge.Id.Value.ToString("N"))
            : DerivedId.From("walk", talk.Heard.Key);
        var walk = new LoggedWalk(id, date, walked.Each, nudge?.Id);
        for (var i = 0; i < walked.Walks; i++)
        {
            talk.Do(new Effect.WalkLogged(walk with { Id = IdOf(id, i), For = i == 0 ? walk.For : null }));
        }

        if (nudge is not null)
        {
            talk.Do(new Effect.NudgeAnswered(nudge.Id, NudgeAnswer.Walked));
        }

        if (date == talk.LocalNow.Date)
        {
            RestOfDay.Walked(talk, walked.Walks);
        }

        var undo = talk.Undoable("undo.walk", walk, walked.Walks);
        var noted = walked.Said(talk, date);
        var next = talk.Person.Schedules.IsEmpty ? "" : " " + Coming.Next(talk);
        var set = talk.Person.Schedules.IsEmpty ? talk.Ways.Weekdays() : talk.Ways.Show();
        talk.Reply($"{noted} {WeekSoFar.Say(talk, walk, walked.Walks)}{next}", undo, set, talk.Ways.Progress());
        if (nudge is not null)
        {
            talk.Fold(nudge.Id, noted, undo);
        }
    }
}
