using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>
/// How sure the classifier must be to be believed against a rule. A rule that is not named here never yields.
/// </summary>
internal static class Yielding
{
    private const double Never = 2;

    private static readonly FrozenDictionary<Type, double> From = new Dictionary<Type, double>
    {
    }.ToFrozenDictionary();

    /// <summary>The least score of a verdict that is believed instead.</summary>
    public static double To(IStage rule) => From.GetValueOrDefault(rule.GetType(), Never);
}
