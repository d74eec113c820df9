using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The safety files, read and compiled.</summary>
/// <param name="Reader">From text to words.</param>
/// <param name="Phrases">All sets of words.</param>
/// <param name="Roles">The sets that say how a sign stands.</param>
/// <param name="Symptoms">The sets of the body and what it feels.</param>
/// <param name="Idioms">Figures of speech, which hide what they cover.</param>
/// <param name="Plain">The set that is taken at its word although an idiom covers it: a back that "is killing me" still hurts.</param>
/// <param name="Signs">The signs, most pressing first.</param>
/// <param name="Replies">What is said, by group and level.</param>
/// <param name="Names">The named sets, by their names.</param>
/// <param name="Information">The reply to a question about signs in general.</param>
internal sealed record Book(
    MessageReader Reader,
    Phrasebook Phrases,
    Roles Roles,
    IReadOnlyList<int> Symptoms,
    IReadOnlyList<Part> Idioms,
    int Plain,
    IReadOnlyList<Sign> Signs,
    IReadOnlyDictionary<(string Group, SafetyLevel Level), Words> Replies,
    IReadOnlyDictionary<string, int> Names,
    Words Information)
{
    /// <summary>The group that speaks where another has no words of its own.</summary>
    public const string AnyGroup = "any";

    /// <summary>The group that asks whether it is so.</summary>
    public const string InDoubt = "in-doubt";

    public Words WordsFor(string group, SafetyLevel level) =>
        Replies.TryGetValue((group, level), out var words) ? words : Replies[(AnyGroup, level)];
}
