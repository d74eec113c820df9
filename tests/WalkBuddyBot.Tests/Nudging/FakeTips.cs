using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Nudging;

internal sealed class FakeTips(params ImmutableArray<Tip> tips) : ITips
{
    public ImmutableArray<Tip> All { get; } = tips;

    public Tip? Find(string id) => All.FirstOrDefault(tip => tip.Id == id);

    /// <summary>Three tips for each of so many topics; the last topic is see-a-doctor.</summary>
    public static FakeTips Bank(int topics) => new(
    [
        .. Enumerable.Range(1, topics).SelectMany(topic => Enumerable.Range(1, 3).Select(tip =>
            new Tip($"t{topic}-{tip}", $"Tip {tip} of {topic}.", topic == topics ? "see-a-doctor" : $"topic-{topic}", $"Section {topic}"))),
    ]);
}
