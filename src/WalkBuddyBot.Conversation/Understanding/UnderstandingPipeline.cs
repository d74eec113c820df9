using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>
/// The stages in order. Stop stands before everything, then the answer to a pending question, whole commands, the grammar, and last
/// the topics, which always know something to say.
/// </summary>
internal sealed class UnderstandingPipeline : IUnderstanding
{
    private readonly ISafetyRules _safety;

    private readonly ITopicMatcher _matcher;

    private readonly ImmutableArray<IStage> _stages;

    public UnderstandingPipeline(ISafetyRules safety, ITopicMatcher matcher)
    {
        _safety = safety;
        _matcher = matcher;
        var topics = new TopicStage(matcher);
        _stages =
        [
            new StopStage(), new PendingStage(), new CommandStage(), new ZoneStage(), new LogWalkStage(), new SnoozeStage(), new PauseStage(),
            new SkipStage(), new ReminderStage(), new UnknownZoneStage(topics), topics,
        ];
    }

    public Meaning Understand(string text, Instant now, DateTimeZone? zone, DialogState? talk)
    {
        var message = Message.Read(text, now, zone, talk);
        var meaning = _stages.Select(stage => stage.Try(message)).FirstOrDefault(found => found is not null) ?? Meanings.NotOurs;
        if (meaning.Label == Intents.OutOfScope && meaning.Nearest.IsEmpty)
        {
            meaning = meaning with { Nearest = [.. _matcher.Rank(message.Words).Take(3).Select(score => score.Topic)] };
        }

        return meaning with { Safety = Level(text, message) };
    }

    private SafetyLevel Level(string text, Message message)
    {
        var raw = _safety.Assess(text);
        var corrected = _safety.Assess(message.Words);
        var (first, second) = (Counted(raw), Counted(corrected));
        return first > second ? first : second;
    }

    // A question about signs in general is answered, and no alarm.
    private static SafetyLevel Counted(SafetyFinding finding) => finding.Information ? SafetyLevel.None : finding.Level;
}
