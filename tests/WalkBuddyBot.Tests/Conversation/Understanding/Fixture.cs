using NodaTime;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>Understanding over the sample topics, on a Monday at ten in New York.</summary>
internal static class Fixture
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static Instant Now { get; } = new LocalDateTime(2026, 11, 23, 10, 0).InZoneStrictly(Zone).ToInstant();

    public static IUnderstanding Understanding { get; } = new UnderstandingPipeline(new Calm(), new TfIdfTopicMatcher(new SampleTopics()));

    public static Meaning Understand(string text, DialogState? talk = null) => Understanding.Understand(text, Now, Zone, talk);

    public static DialogState Asked(string question, Slots? kept = null) => new(
        "reminders", question, LastTopic: null, LastTip: null, Read: 0, Now + Duration.FromMinutes(10), KeptSlots.Keep(kept ?? Slots.None));

    /// <summary>Finds danger in one word only, so that the level's way through can be seen.</summary>
    internal sealed class Calm : ISafetyRules
    {
        public SafetyFinding Assess(string text) => text.Contains("numb", StringComparison.OrdinalIgnoreCase)
            ? SafetyFinding.None with { Level = SafetyLevel.Emergency, Information = text.Contains("signs", StringComparison.OrdinalIgnoreCase) }
            : SafetyFinding.None;
    }
}
