using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>A sink that answers as told and remembers what it was handed.</summary>
internal sealed class FakeSink : IActivitySink
{
    public string Name => "here";

    public bool KnowsRepeats { get; set; }

    public Func<SinkOutcome> Answer { get; set; } = () => new SinkOutcome.Accepted("42");

    public List<(BotActivity Activity, string Outgoing)> Sent { get; } = [];

    public List<(string Replaces, string? ActivityId, string Outgoing)> Updated { get; } = [];

    public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        Sent.Add((activity, outgoing));
        return Task.FromResult(Answer());
    }

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing, CancellationToken cancellationToken)
    {
        Updated.Add((replaces, replacesActivityId, outgoing));
        return Task.FromResult(Answer());
    }
}
