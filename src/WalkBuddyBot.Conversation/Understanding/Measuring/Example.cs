using System.Collections.Immutable;
using System.Text.Json;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>A message and what it should be understood as.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Text">The message.</param>
/// <param name="Label">A topic id, an intent id or <see cref="Intents.OutOfScope"/>.</param>
/// <param name="Group">Which kind of message, such as <see cref="Near"/> or <see cref="Far"/>; null when the file does not say.</param>
/// <param name="Slots">The slots to compare, by name; a null value means that there must be none of this name. Empty: there must be no
/// slots at all. Null: slots are not compared.</param>
/// <param name="Signals">What <c>ask</c>, <c>error</c> and <c>safety</c> must be, those that the file gives.</param>
public sealed record Example(
    int Line, string Text, string Label, string? Group, ImmutableSortedDictionary<string, JsonElement>? Slots,
    ImmutableSortedDictionary<string, JsonElement> Signals)
{
    /// <summary>Out of scope, but of the same world: shoes, other exercise, other reminders.</summary>
    public const string Near = "near";

    /// <summary>Out of scope, and far from it.</summary>
    public const string Far = "far";

    /// <summary>The file, when there are several.</summary>
    public string? File { get; init; }

    /// <summary>A message of which only the label is compared.</summary>
    public static Example Of(int line, string text, string label, string? group = null) =>
        new(line, text, label, group, Slots: null, ImmutableSortedDictionary<string, JsonElement>.Empty);
}
