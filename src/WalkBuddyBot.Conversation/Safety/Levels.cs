using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The levels as the files write them.</summary>
internal static class Levels
{
    public const string Known = "emergency, crisis, same-day, see-soon, inform";

    public static SafetyLevel? Parse(string? name) => name switch
    {
        "emergency" => SafetyLevel.Emergency,
        "crisis" => SafetyLevel.Crisis,
        "same-day" => SafetyLevel.SameDay,
        "see-soon" => SafetyLevel.SeeSoon,
        "inform" => SafetyLevel.Inform,
        _ => null,
    };

    /// <summary>A sign's level as it stands in its sentence.</summary>
    public static SafetyLevel Of(Sign sign, Evidence evidence) => (evidence.Reality, sign.Level) switch
    {
        (Reality.Dropped or Reality.Asked, _) => SafetyLevel.None,
        (Reality.Live, SafetyLevel.SeeSoon) when evidence.New && !sign.Steady => SafetyLevel.SameDay,
        (Reality.Live, var level) => level,
        (Reality.JustPast, SafetyLevel.Emergency or SafetyLevel.Crisis) => SafetyLevel.SameDay,
        (_, SafetyLevel.SameDay) => SafetyLevel.SeeSoon,
        (_, SafetyLevel.None) => SafetyLevel.None,
        _ => SafetyLevel.Inform,
    };
}
