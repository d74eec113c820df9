using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.IntegrationTests.Driving;

/// <summary>A channel that takes everything and never says whether it has it, or refuses, as the test says.</summary>
internal sealed class SilentSink : IActivitySink
{
    public SinkOutcome Outcome { get; set; } = new SinkOutcome.Unknown("silent");

    public string Name => "silent";

    public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome);

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
        CancellationToken cancellationToken) => Task.FromResult(Outcome);
}
