using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>Makes a change and reads it back, or says why it cannot be.</summary>
internal static class Making
{
    private const string Removed = "removed";

    public static void Make(Talk talk, ImmutableArray<(Target Target, Edit Edit)> edits)
    {
        var after = edits.ToDictionary(edit => edit.Target.Schedule.Id, edit => Changed.Of(talk, edit.Target.Schedule, edit.Edit));
        ImmutableArray<Schedule> changed = [.. after.Values.SelectMany(schedules => schedules)];
        var untouched = talk.Person.Schedules.RemoveAll(schedule => after.ContainsKey(schedule.Id));
        if (edits.All(edit => edit.Edit.When is { } when && when.IsSame(edit.Target.Schedule.When)))
        {
            talk.Reply(talk.Say("change.same", ("wish", Listed.Words(talk, edits[0].Target.Schedule))), talk.Ways.Show(), talk.Ways.Help());
            return;
        }

        if (Speaks(talk, changed, untouched))
        {
            return;
        }

        var undo = talk.Undoable("undo.change");
        talk.Person = talk.Person with
        {
            // One that is there already is not wanted twice.
            Schedules = [.. talk.Person.Schedules.SelectMany(schedule => after.GetValueOrDefault(schedule.Id, [schedule]))
                .Where(schedule => !changed.Contains(schedule) || !untouched.Any(other => IsSame(other, schedule)))],
        };
        if (talk.Person.Schedules.IsEmpty)
        {
            talk.Do(new Effect.CancelWaiting(Removed, Before: null));
        }

        var text = changed.IsEmpty ? Gone(talk, edits) : Back(talk, changed);
        talk.Reply(text, [undo, talk.Ways.Show(), .. changed.IsEmpty ? [talk.Ways.SetReminder()] : new[] { talk.Ways.ChangeZone() }]);
    }

    private static bool Speaks(Talk talk, ImmutableArray<Schedule> changed, ImmutableArray<Schedule> untouched)
    {
        var zone = talk.ZoneOrUtc;
        foreach (var schedule in changed)
        {
            var others = talk.Person with { Schedules = [.. untouched, .. changed.Remove(schedule)] };
            if (Wish.Impossible(schedule.When, zone, talk.Now) is { } code)
            {
                Refusals.Say(talk, code);
                return true;
            }

            if (HoursFit.KeptBack(talk.Person, schedule.When, zone) is [var first, ..] times
                && talk.Person.HoursAgainst(first) is { } reason)
            {
                talk.Reply(
                    $"{HoursWords.Against(talk, first, reason)} {talk.Say("change.nothing")}",
                    HoursQuestion.OtherHours(talk, times, reason),
                    talk.Ways.Show(),
                    talk.Ways.Help());
                return true;
            }

            if (!Ceiling.Fits(others, schedule.When, zone))
            {
                talk.Reply(talk.Say("change.too-often", ("most", talk.Person.Plan.MostPerDay)), talk.Ways.Show(), talk.Ways.Help());
                return true;
            }
        }

        return false;
    }

    private static string Back(Talk talk, ImmutableArray<Schedule> changed)
    {
        var wishes = string.Join("; ", changed.Select(schedule => Listed.Words(talk, schedule)));
        var zone = ("zone", (object)(talk.Person.Zone ?? "UTC"));
        var back = changed.Length == 1
            ? talk.Say("change.done", ("wish", wishes), zone)
            : talk.Say("change.done-several", ("wishes", wishes), zone);
        return Joined(back, Coming.Of(talk, changed, 3), Coming.Hold(talk));
    }

    private static string Gone(Talk talk, ImmutableArray<(Target Target, Edit Edit)> edits)
    {
        if (Coming.Wishes(talk) is not { } left)
        {
            return talk.Say("change.all-gone");
        }

        var gone = string.Join("; ", edits.Select(edit => Listed.Words(talk, edit.Target.Schedule)));
        return Joined(
            talk.Say("change.gone", ("wish", gone)), talk.Say("change.left", ("wishes", left)), Coming.Hold(talk) ?? Coming.Next(talk, 3));
    }

    private static bool IsSame(Schedule one, Schedule other) => one.Kind == other.Kind && one.When.IsSame(other.When);

    private static string Joined(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.Where(said => !string.IsNullOrEmpty(said)));
}
