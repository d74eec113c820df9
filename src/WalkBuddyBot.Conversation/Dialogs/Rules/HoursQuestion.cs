using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Rules;

/// <summary>A new wish that the person's own hours would keep back: asked about when it is made, and set by no one but them.</summary>
internal static class HoursQuestion
{
    private const string Waits = "waits-for-hours";

    /// <summary>Asks where the hours speak against the wish.</summary>
    /// <returns>Whether they do.</returns>
    public static bool Ask(Talk talk, Slots slots, Recurrence when, NudgeKind kind, DateTimeZone zone)
    {
        if (HoursFit.KeptBack(talk.Person, when, zone) is not [var first, ..] times)
        {
            return false;
        }

        var reason = talk.Person.HoursAgainst(first)!;
        var nearest = HoursFit.Nearest(talk.Person, when, zone, talk.Now);
        var command = nearest is null ? null : TypedWish.Of(nearest, talk.LocalNow.Date, kind);
        var kept = KeptSlots.Keep(slots).SetItem(Waits, "");
        talk.AskFor(Intents.SetReminder, Questions.YesNo, command is null ? kept : kept.SetItems(YesNoDialog.Offering(command)));
        var offer = nearest is null ? talk.Say("hours.no-room") : talk.Say("hours.nearest", ("wish", SpokenWish.Of(nearest, zone)));
        ImmutableArray<Choice> take = command is null ? [] : [Ways.Remind(talk.Say("choice.take-offer"), command)];
        talk.Reply(
            $"{HoursWords.Against(talk, first, reason)} {offer}",
            [.. take, OtherHours(talk, times, reason), talk.Ways.No(), talk.Ways.Show()]);
        return true;
    }

    /// <summary>The wish that waited for other hours; null where none does.</summary>
    public static Slots? Waiting(Person person) =>
        person.Dialog is { Dialog: Intents.SetReminder, Question: Questions.YesNo } state && state.Slots.ContainsKey(Waits)
            ? KeptSlots.Read(state.Slots) : null;

    /// <summary>The way to hours that would let the times through.</summary>
    public static Choice OtherHours(Talk talk, IReadOnlyList<LocalTime> times, string reason) =>
        reason == DropReasons.Fence ? Wider(talk, times) : talk.Ways.NoQuietHours();

    // The hours with room for all that was asked for.
    private static Choice Wider(Talk talk, IReadOnlyList<LocalTime> times)
    {
        var fence = talk.Person.Fence!;
        return talk.Ways.Between(fence.From <= fence.To
            ? new Hours(LocalTime.Min(fence.From, times[0]), LocalTime.Max(fence.To, times[^1]))
            : fence with { From = times[0] });
    }
}
