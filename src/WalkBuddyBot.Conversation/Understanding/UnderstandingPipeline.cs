using System.Collections.Frozen;
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

    private readonly FrozenSet<string> _topics;

    public UnderstandingPipeline(ISafetyRules safety, ITopicMatcher matcher)
    {
        _safety = safety;
        _matcher = matcher;
        _topics = matcher.Rank(string.Empty).Select(score => score.Topic).ToFrozenSet();
        var topics = new TopicStage(matcher);
        ImmutableArray<IStage> wishes =
        [
            new ZoneStage(), new LogWalkStage(), new SnoozeStage(), new QuietStage(), new SkipStage(), new PauseStage(), new GoalStage(),
            new ChangeStage(), new ReminderStage(),
        ];
        _stages =
        [
            new StopStage(), new PendingStage(), new CommandStage(), new ZoneStage(), new StatusStage(), new ProgressStage(),
                new LogWalkStage(),
            new SnoozeStage(), new QuietStage(), new NudgeMeStage(), new SkipStage(), new PauseStage(), new DataStage(),
                new FeedbackStage(),
            new GoalStage(), new TipStage(), new ChangeStage(), new FreeWordsStage(), new ClauseStage(wishes), new ReminderStage(),
                new UnknownZoneStage(topics),
                topics,
        ];
    }

    public Meaning Understand(string text, Instant now, DateTimeZone? zone, DialogState? talk)
    {
        var message = Message.Read(text, now, zone, talk);
        message = SecondThought.Of(message) is { } thought ? Message.Read(thought, now, zone, talk) : message;
        var meaning = Staged(message);
        if (meaning.Label is Intents.OutOfScope or Intents.NotAWalk or Intents.Yes or Intents.No || _topics.Contains(meaning.Label))
        {
            // A courtesy before a wish or a question is answered by what follows it.
            meaning = Courtesy.Rest(message) is { } rest ? Staged(Message.Read(rest, now, zone, talk)) : meaning;
        }

        if (meaning.Label == Intents.OutOfScope && meaning.Nearest.IsEmpty)
        {
            meaning = meaning with { Nearest = [.. _matcher.Rank(message.Words).Take(3).Select(score => score.Topic)] };
        }

        return meaning with { Safety = Level(text) };
    }

    private Meaning Staged(Message message) =>
        _stages.Select(stage => stage.Try(message)).FirstOrDefault(found => found is not null) ?? Meanings.NotOurs;

    // The rules mend slips themselves, so the whole message as typed is enough: and the reply, which is made from the same, says the same.
    // A question about signs in general is answered, and no alarm.
    private SafetyLevel Level(string text) => _safety.Assess(text) is { Information: false } finding ? finding.Level : SafetyLevel.None;
}
