using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Rules;

/// <summary>Hours in words.</summary>
internal static class HoursWords
{
    /// <summary>"09:00 to 17:00"; the end of the day is named as such.</summary>
    public static string Of(Hours hours) => $"{SpokenTime.Clock(hours.From)} to {(hours.To == LocalTime.Midnight ? "midnight" : SpokenTime.Clock(hours.To))}";

    /// <summary>One sentence for each kind of hours that is set; null where none are.</summary>
    public static string? Said(Talk talk)
    {
        string[] said =
        [
            .. talk.Person.Fence is { } fence ? [talk.Say("hours.fence", ("hours", Of(fence)))] : Array.Empty<string>(),
            .. talk.Person.Quiet is { } quiet ? [talk.Say("hours.quiet", ("hours", Of(quiet)))] : Array.Empty<string>(),
        ];
        return said.Length == 0 ? null : string.Join(' ', said);
    }

    /// <summary>Why a time is kept back, by the hours the person set.</summary>
    public static string Against(Talk talk, LocalTime time, string reason)
    {
        var clock = ("time", (object)SpokenTime.Clock(time));
        return reason == DropReasons.Fence
            ? talk.Say("hours.outside", clock, ("hours", Of(talk.Person.Fence!)))
            : talk.Say("hours.within-quiet", clock, ("hours", Of(talk.Person.Quiet!)));
    }
}
