using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>
/// A change of one reminder as a person would type it. It names the reminder by its time, else by its day, else by its place in the
/// list, so that each button says which it is.
/// </summary>
internal sealed class ChangeWords(Talk talk, ImmutableArray<Schedule> listed)
{
    private const int MostOffered = 4;

    private static readonly string[] Places =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>The same change for each of those that may be meant.</summary>
    public ImmutableArray<Choice> Of(ImmutableArray<Target> targets, Slots slots) =>
        [.. Parts(targets, slots).Take(MostOffered).Select(part => Say(part.Name, slots, part.ByPlace)).Distinct().Select(Ways.Typed)];

    /// <summary>What can be done with one of them.</summary>
    public ImmutableArray<Choice> Ideas(Target target)
    {
        // One with several times is moved as a whole.
        var several = target.TimesThere(talk.ZoneOrUtc).Count > 1;
        var part = Parts([target], several ? new Slots { EveryMinutes = 1 } : new Slots { Off = true }).First();
        return
        [
            Ways.Typed(Say(part.Name, new Slots { ShiftMinutes = 30 }, part.ByPlace)),
            Ways.Typed(Say(part.Name, new Slots { ShiftMinutes = -30 }, part.ByPlace)),
            Ways.Typed(Say(part.Name, new Slots { Off = true }, part.ByPlace)),
        ];
    }

    private IEnumerable<(string Name, bool ByPlace)> Parts(ImmutableArray<Target> targets, Slots slots)
    {
        // A new wish as a whole is for a reminder as a whole.
        var whole = !slots.Days.IsEmpty || !slots.Times.IsEmpty || slots.EveryMinutes is not null;
        var parts = targets.SelectMany(target => whole || target.Schedule.When is Recurrence.Every || target.TimesThere(talk.ZoneOrUtc).Count == 0
            ? [(Target: target, Time: (LocalTime?)null)]
            : target.TimesThere(talk.ZoneOrUtc).Select(time => (Target: target, Time: (LocalTime?)time))).ToList();
        foreach (var (target, time) in parts)
        {
            var day = target.DaysThere(talk.ZoneOrUtc) is [var only] ? only : (IsoDayOfWeek?)null;
            var sameTime = listed.Count(schedule => time is { } at && new Target(schedule, [], [at]).IsThere(talk.ZoneOrUtc));
            var sameDay = listed.Count(schedule => day is { } on && new Target(schedule, [on], []).IsThere(talk.ZoneOrUtc));
            yield return !whole && time is { } clock && sameTime == 1 ? ($"the {SpokenTime.Clock(clock)}", false)
                : !whole && day is { } date && sameDay == 1 && target.TimesThere(talk.ZoneOrUtc).Count == 1 ? ($"{date}", false)
                : ($"the {Places[Math.Min(listed.IndexOf(target.Schedule), Places.Length - 1)]} one", true);
        }
    }

    private string Say(string name, Slots slots, bool byPlace) => slots switch
    {
        // The rest of the change is kept while the question is open.
        { Days.IsEmpty: false } or { Times.IsEmpty: false } or { EveryMinutes: not null } => talk.Say("choice.change-one", ("which", name)),
        { Off: true } or { RemoveTimes.IsEmpty: false } or { RemoveDays.IsEmpty: false } => talk.Say("choice.remove", ("which", name)),
        { ShiftMinutes: > 0 and var later } => talk.Say("choice.later", ("which", name), ("minutes", later)),
        { ShiftMinutes: < 0 and var earlier } => talk.Say("choice.earlier", ("which", name), ("minutes", -earlier)),
        { ToDay: { } day } => talk.Say("choice.move", ("which", name), ("to", day)),
        { ToTime: { } time } => Settled(name, time, byPlace),
        _ => talk.Say("choice.change-one", ("which", name)),
    };

    private string Settled(string name, LocalTime time, bool byPlace)
    {
        var to = ("to", (object)SpokenTime.Clock(time));
        return name.StartsWith("the ", StringComparison.Ordinal) && !byPlace
            ? talk.Say("choice.change", ("from", name["the ".Length..]), to)
            : talk.Say("choice.move", ("which", name), to);
    }
}
