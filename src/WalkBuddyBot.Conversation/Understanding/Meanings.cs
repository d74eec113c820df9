using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Short ways to say what was meant.</summary>
internal static class Meanings
{
    public static Meaning Sure(string label) => Sure(label, Slots.None);

    public static Meaning Sure(string label, Slots slots) =>
        new(label, 1, slots, Ask: null, Error: null, Offending: null, SafetyLevel.None, Nearest: []);

    public static Meaning Asking(string label, string ask, Slots slots) => Sure(label, slots) with { Ask = ask };

    public static Meaning Refused(string label, Fault fault, Slots slots) =>
        Sure(label, slots) with { Error = fault.Code, Offending = fault.Words };

    /// <summary>A reminder for something else; the slots say when, should a walk do instead.</summary>
    public static Meaning NotAWalk(Slots slots) => Sure(Intents.NotAWalk, slots);

    /// <summary>Understood well enough to know that it is not ours; the nearest topics are filled in by the pipeline.</summary>
    public static Meaning NotOurs { get; } =
        new(Intents.OutOfScope, 1, Slots.None, Ask: null, Error: null, Offending: null, SafetyLevel.None, ImmutableArray<string>.Empty);
}
