using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>What is said, as plain data until a channel draws it.</summary>
/// <param name="Text">The words, plain text.</param>
/// <param name="Speak">The words for a voice.</param>
/// <param name="Summary">One line for a notification; must make sense alone.</param>
/// <param name="Choices">Ways on, most likely first.</param>
/// <param name="Card">A card, if it is more than words.</param>
/// <param name="Replaces">The older message to draw anew with this, in its place.</param>
/// <param name="Urgency">Who goes first.</param>
public sealed record Reply(
    string Text, string Speak, string Summary, ImmutableArray<Choice> Choices, CardModel? Card, OutgoingId? Replaces, Urgency Urgency)
{
    /// <summary>The channel's id of the message this answers.</summary>
    public string? AnswersActivity { get; init; }

    /// <summary>
    /// The channel's id of the older message, as the press on it said. Some channels tell no id when they take a message.
    /// </summary>
    public string? ReplacesActivity { get; init; }

    /// <summary>Plain words with ways on.</summary>
    public static Reply Say(string text, params ImmutableArray<Choice> choices) =>
        new(text, text, text, choices, Card: null, Replaces: null, Urgency.Reply);
}
