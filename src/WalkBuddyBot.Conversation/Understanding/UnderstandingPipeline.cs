using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Context;
using WalkBuddyBot.Conversation.Understanding.Deciding;
using WalkBuddyBot.Conversation.Understanding.Several;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Conversation.Understanding.Words;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>
/// Spelling first, then the rules in order: stop before everything, the answer to a pending question, whole commands, the titles of the
/// topics, the grammar. What they find is joined with what the classifier makes of the words; without one the topics are told by their
/// words alone.
/// </summary>
internal sealed class UnderstandingPipeline : IUnderstanding
{
    private const double Plain = 0.6;

    private readonly ISafetyRules _safety;

    private readonly ITopicMatcher _matcher;

    private readonly Speller? _speller;

    private readonly IClassifierSource? _classifiers;

    private readonly TopicStage _byWords;

    private readonly ImmutableArray<IStage> _rules;

    private readonly FrozenSet<string> _topics;

    private readonly SeveralWishes _several;

    public UnderstandingPipeline(ISafetyRules safety, ITopicMatcher matcher, IClassifierSource? classifiers = null, Speller? speller = null)
    {
        _safety = safety;
        _matcher = matcher;
        _speller = speller;
        _classifiers = classifiers;
        _topics = matcher.Rank(string.Empty).Select(score => score.Topic).ToFrozenSet();
        _byWords = new TopicStage(matcher);
        ImmutableArray<IStage> wishes =
        [
            new ZoneStage(), new LogWalkStage(), new SnoozeStage(), new QuietStage(), new SkipStage(), new PauseStage(), new GoalStage(),
            new ChangeStage(), new ReminderStage(),
        ];
        _rules =
        [
            new StopStage(), new PendingStage(), new ContextStage(Decided), new CommandStage(), new TitleStage(matcher), new ZoneStage(),
                new StatusStage(), new ProgressStage(), new LogWalkStage(),
            new SnoozeStage(), new QuietStage(), new NudgeMeStage(), new SkipStage(), new PauseStage(), new DataStage(),
                new FeedbackStage(),
            new GoalStage(), new TipStage(), new ChangeStage(), new FreeWordsStage(), new ClauseStage(wishes), new ReminderStage(),
                new UnknownZoneStage(_byWords), new FollowUpStage(Decided),
        ];
        _several = new SeveralWishes(Plainly, _topics.Contains);
    }

    public Meaning Understand(string text, Instant now, DateTimeZone? zone, DialogState? talk)
    {
        var message = Message.Read(_speller?.Mend(text) ?? text, now, zone, talk);
        var meaning = _several.Of(message) ?? One(message);
        if (meaning.Label == Intents.OutOfScope && meaning.Nearest.IsEmpty)
        {
            meaning = meaning with { Nearest = [.. _matcher.Rank(message.Words).Take(3).Select(score => score.Topic)] };
        }

        return meaning with { Safety = Level(text) };
    }

    /// <summary>What the rules find, and which of them.</summary>
    internal Found? Ruled(Message message)
    {
        foreach (var rule in _rules)
        {
            if (rule.Try(message) is { } meaning)
            {
                return new(meaning, rule);
            }
        }

        return null;
    }

    private Meaning One(Message message)
    {
        Message Read(string words) => Message.Read(words, message.Now, message.Zone, message.Talk);
        message = SecondThought.Of(message) is { } thought ? Read(thought) : message;
        var meaning = Decided(message);

        // A courtesy before a wish or a question is answered by what follows it.
        return (meaning.Label is Intents.OutOfScope or Intents.NotAWalk or Intents.Yes or Intents.No || _topics.Contains(meaning.Label))
            && Courtesy.Rest(message) is { } rest ? Decided(Read(rest))
            : meaning.Label == Intents.OutOfScope && Remark.Without(message) is { } wish
                && Decided(Read(wish)) is { Label: Intents.LogWalk, Ask: null } walk ? walk
            : meaning;
    }

    // A part of a message counts as a wish of its own only where that is plain.
    private Meaning Plainly(Message part) =>
        One(part) is var meaning && (_classifiers?.Current is null || meaning.Score >= Plain) ? meaning : Meanings.NotOurs;

    private Meaning Decided(Message message)
    {
        var found = Ruled(message) is { } rule
            && !(rule is { Rule: FollowUpStage, Meaning.Label: Intents.OutOfScope }) ? rule : (Found?)null;
        return _classifiers?.Current is { } classifier ? Decider.Of(message, found, classifier)
            : found?.Meaning ?? _byWords.Try(message) ?? Meanings.NotOurs;
    }

    // The rules mend slips themselves, so the whole message as typed is enough: and the reply, which is made from the same, says the same.
    // A question about signs in general is answered, and no alarm.
    private SafetyLevel Level(string text) => _safety.Assess(text) is { Information: false } finding ? finding.Level : SafetyLevel.None;
}
