using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What was set, said back: the wish, its next three moments, and what else there is to know.</summary>
internal static class ReminderReadBack
{
    public static void Say(Talk talk, ImmutableArray<Schedule> schedules, Schedule wish, DateTimeZone zone, bool isNew)
    {
        var wasStopped = talk.Person.Standing is Standing.Stopped;
        var first = isNew && talk.Person.Schedules.IsEmpty;
        ImmutableArray<Choice> undo = isNew || wasStopped ? [talk.Undoable("undo.reminder")] : [];
        if (wasStopped)
        {
            talk.Person = talk.Person with { Standing = new Standing.On() };
            schedules = [.. schedules.Select(schedule => Spent.FromNow(schedule, talk.LocalNow))];
        }

        talk.Person = talk.Person with { Schedules = schedules };
        var wishWords = SpokenWish.Of(wish.When, zone);
        var sentences = new List<string>
        {
            Set(talk, wish, isNew, ("wish", wishWords), ("zone", talk.Person.Zone!)),
        };
        if (Spent.Recurs(wish.When) && Coming.Of(talk, [wish], 3) is { } moments)
        {
            sentences.Add(moments);
        }

        if (isNew && Twins.Some(schedules, wish))
        {
            sentences.Add(talk.Say("reminder.some-twins"));
        }

        if (wasStopped)
        {
            sentences.Add(schedules.Length > 1 ? talk.Say("reminder.on-again-with-others") : talk.Say("reminder.on-again"));
        }
        else if (Coming.Hold(talk) is { } hold)
        {
            sentences.Add(hold);
        }

        if (first && talk.Heard.From.Channel == Address.WebChat)
        {
            sentences.Add(talk.Say("reminder.closed-page"));
        }

        ImmutableArray<Choice> resume = talk.Person.Standing.Holds(talk.Now) is null ? [] : [talk.Ways.Resume()];
        talk.Reply(string.Join(' ', sentences), [.. undo, .. resume, talk.Ways.Show(), talk.Ways.ChangeZone()]);
    }

    private static string Set(
        Talk talk, Schedule wish, bool isNew, (string Name, object Value) words, (string Name, object Value) zone) =>
        (wish.Kind == NudgeKind.Tip, isNew) switch
        {
            (false, true) => talk.Say("reminder.set", words, zone),
            (false, false) => talk.Say("reminder.there-already", words, zone),
            (true, true) => talk.Say("reminder.set-tip", words, zone),
            (true, false) => talk.Say("reminder.tip-there-already", words, zone),
        };
}
