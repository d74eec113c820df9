using System.Collections.Frozen;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Why a reminder would not go out, for an operator.</summary>
internal static class GateWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["paused"] = "a pause is on",
        ["stopped"] = "they said stop",
        ["left out"] = "they left that one out",
        ["leaving"] = "their data is about to be erased",
        [DropReasons.Late] = "later than it may come",
        [DropReasons.Removed] = "the reminder was removed",
        [DropReasons.Walked] = "the walks of that day are walked",
        [DropReasons.NotToday] = "they said: not today",
        [DropReasons.Fence] = "outside the hours they set",
        [DropReasons.Quiet] = "within their quiet hours",
        [DropReasons.Twin] = "another of its kind comes within five minutes",
        [DropReasons.Ceiling] = "the day has had its most",
        [DropReasons.NoZone] = "the zone data does not know their zone",
        [DropReasons.NoTip] = "there is no tip to send",
        [DropReasons.UnknownKind] = "nothing speaks for this kind",
        [DropReasons.Defect] = "a defect of ours",
        [DropReasons.Away] = "nobody has opened the web chat for many days",
        [DropReasons.Gone] = "the conversation is gone, or the bot is blocked there",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A gate's name. That a pause follows from a safety reply is nobody's to read: it is a pause like any other.</summary>
    public static string Name(string gate) => gate == "alarm" ? "paused" : gate;

    /// <summary>"twin: another of its kind comes within five minutes".</summary>
    public static string Say(string gate) => Words.TryGetValue(Name(gate), out var words) ? $"{Name(gate)}: {words}" : Name(gate);
}
