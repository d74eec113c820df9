using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>A few topics and tips.</summary>
internal sealed class Shelf : ITopics, ITips
{
    private static readonly ImmutableArray<Topic> Topics =
    [
        new("overview", "Why walking", "Opening", "Walking may ease a sore back.", ["The first thing more.", "The second thing more."], ["core-muscles", "stress", "causes"], []),
        new("core-muscles", "Core muscles", "Core Muscles", "Walking works the trunk.", ["More of the trunk."], ["overview"], []),
        new("stress", "Stress", "Less Stress", "Walking may calm you.", ["More of calm."], ["overview"], []),
        new("causes", "Causes", "Causes", "Backs hurt for many reasons.", ["More of causes."], ["see-a-doctor"], []),
        new("see-a-doctor", "When to see a doctor", "Before You Start", "Ask a professional first.", ["More of asking."], ["overview"], []),
    ];

    private static readonly ImmutableArray<Tip> Tips =
    [
        new("t1", "Swing your arms.", "core-muscles", "Core Muscles"),
        new("t2", "Breathe out slowly.", "stress", "Less Stress"),
        new("t3", "Stand tall.", "core-muscles", "Core Muscles"),
    ];

    ImmutableArray<Topic> ITopics.All => Topics;

    ImmutableArray<Tip> ITips.All => Tips;

    Topic? ITopics.Find(string id) => Topics.FirstOrDefault(topic => topic.Id == id);

    Tip? ITips.Find(string id) => Tips.FirstOrDefault(tip => tip.Id == id);
}
