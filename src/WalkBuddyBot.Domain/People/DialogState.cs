using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What the talk is about just now; forgotten at <paramref name="Until"/>.</summary>
/// <param name="Dialog">The dialog that waits for an answer, if any.</param>
/// <param name="Question">What it asked, such as <c>am-or-pm</c>.</param>
/// <param name="LastTopic">The topic id spoken of last, for "tell me more".</param>
/// <param name="LastTip">The tip id shown last, for "why?".</param>
/// <param name="Read">How many paragraphs of <paramref name="LastTopic"/>'s further reading were shown.</param>
/// <param name="Until">When this is forgotten.</param>
/// <param name="Slots">What the waiting dialog knows so far.</param>
public sealed record DialogState(
    string? Dialog,
    string? Question,
    string? LastTopic,
    string? LastTip,
    int Read,
    Instant Until,
    ImmutableDictionary<string, string> Slots)
{
    /// <summary>Where it is talked about: what was asked in one conversation is not answered in another. Null in older rows.</summary>
    public AddressId? At { get; init; }

    /// <summary>What was done last, for "no, 4" and "cancel that". Null where nothing was.</summary>
    public LastAction? Action { get; init; }

    /// <summary>What was offered to choose from last, in order, as each is typed; for "the second one". Null where nothing was.</summary>
    public ImmutableArray<string>? Offered { get; init; }

    /// <summary>What the last message was taken for: "and last week?" goes on with it.</summary>
    public string? LastLabel { get; init; }
}
