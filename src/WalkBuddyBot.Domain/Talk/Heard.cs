using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>What arrived: a text, or a pressed verb.</summary>
/// <param name="Key">Names this message on its channel for good: a repeat has the same key.</param>
/// <param name="From">Where it was said, and by whom.</param>
/// <param name="Text">What was typed, if anything.</param>
/// <param name="Verb">What was pressed, if anything; see <see cref="Verbs"/>.</param>
/// <param name="About">The message whose button it was.</param>
/// <param name="Inputs">What came with the press: untrusted words of the client.</param>
/// <param name="ZoneHint">The zone name that the client sent, unchecked.</param>
/// <param name="Language">The client's language, a BCP 47 tag.</param>
public sealed record Heard(
    string Key,
    Address From,
    string? Text,
    string? Verb,
    OutgoingId? About,
    ImmutableDictionary<string, string> Inputs,
    string? ZoneHint,
    string Language)
{
    /// <summary>The channel's id of this message, where an answer can name it.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The channel's id of the message whose button was pressed, where it said so.</summary>
    public string? CardActivityId { get; init; }
}
