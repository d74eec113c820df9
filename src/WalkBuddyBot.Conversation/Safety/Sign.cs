using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>A danger sign: what it looks like in words, and how much it asks for a human.</summary>
/// <param name="Id">Its name in the list.</param>
/// <param name="Level">Its level when it is happening now.</param>
/// <param name="Reply">The group of replies that speaks of it.</param>
/// <param name="Patterns">Any of these.</param>
/// <param name="Always">Whether it is taken as real however it is put: as a question, as a story, as a what-if.</param>
/// <param name="Steady">Whether words like "since this morning" do not raise it.</param>
/// <param name="Information">Whether it is a question about signs in general.</param>
internal sealed record Sign(
    string Id, SafetyLevel Level, string Reply, IReadOnlyList<Pattern> Patterns, bool Always, bool Steady, bool Information);
