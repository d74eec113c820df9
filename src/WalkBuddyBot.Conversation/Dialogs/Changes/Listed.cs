using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>The reminders as they are numbered when they are shown: those that may still come.</summary>
internal static class Listed
{
    public static ImmutableArray<Schedule> Of(Talk talk) =>
        talk.Person.Schedules.RemoveAll(schedule => Spent.Over(schedule, talk.ZoneOrUtc, talk.Now));

    /// <summary>The one at a place: <c>1</c>, <c>2</c>, ... or <c>last</c>; null where there is none.</summary>
    public static Schedule? At(ImmutableArray<Schedule> listed, string place) => place == "last" ? listed.LastOrDefault()
        : int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= listed.Length
            ? listed[number - 1] : null;

    /// <summary>When it comes, as it is said of reminders that are there.</summary>
    public static string Words(Talk talk, Schedule schedule)
    {
        var wish = SpokenWish.Of(schedule.When, talk.ZoneOrUtc);
        return schedule.Kind == NudgeKind.Tip ? talk.Say("show.tip", ("wish", wish)) : wish;
    }

    /// <summary>The same of several, with their numbers where there are any to tell apart; null where there are none.</summary>
    public static string? Words(Talk talk, ImmutableArray<Schedule> listed) => listed switch
    {
        [] => null,
        [var only] => Words(talk, only),
        _ => string.Join("; ", listed.Select((schedule, at) => $"({at + 1}) {Words(talk, schedule)}")),
    };

    /// <summary>The moment of a one-off in the person's zone; null of a recurring wish.</summary>
    public static LocalDateTime? Moment(Recurrence when, DateTimeZone zone) => when switch
    {
        Recurrence.Once once => once.At,
        Recurrence.After after => after.At.InZone(zone).LocalDateTime,
        _ => null,
    };
}
