using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Deciding;

/// <summary>Says of every message what it was told to say, and counts how often it was asked.</summary>
internal sealed class ScriptedClassifier(Band band, double probability, params string[] best) : IClassifier, IClassifierSource
{
    public int Asked { get; private set; }

    public IClassifier Current => this;

    /// <summary>Understanding that hears this classifier.</summary>
    public IUnderstanding Heard => new UnderstandingPipeline(new Fixture.Calm(), new TfIdfTopicMatcher(new SampleTopics()), this);

    public Verdict Classify(string words)
    {
        Asked++;
        var left = UtteranceLabels.InScope.Except(best).Select(label => new LabelScore(label, 0));
        ImmutableArray<LabelScore> ranked = [.. best.Select((label, at) => new LabelScore(label, at == 0 ? probability : 0.01)), .. left];
        return new(ranked, 1, band);
    }

    public Meaning Understand(string text, WalkBuddyBot.Domain.DialogState? talk = null) => Heard.Understand(text, Fixture.Now, Fixture.Zone, talk);
}
