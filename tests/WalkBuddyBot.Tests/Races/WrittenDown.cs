using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.Races;

/// <summary>A channel that writes down, in order, when each message began to arrive and when it had.</summary>
internal sealed class WrittenDown : IActivitySink
{
    private readonly Lock _gate = new();
    private readonly List<Line> _lines = [];
    private readonly HashSet<string> _blocked = [];

    public string Name => "written-down";

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    public IReadOnlyList<Line> Since(int count)
    {
        lock (_gate)
        {
            return _lines[count..];
        }
    }

    /// <summary>From now on the channel refuses what goes there, or no longer does.</summary>
    public void Block(string conversation, bool on)
    {
        lock (_gate)
        {
            _ = on ? _blocked.Add(conversation) : _blocked.Remove(conversation);
        }
    }

    public bool IsBlocked(string conversation)
    {
        lock (_gate)
        {
            return _blocked.Contains(conversation);
        }
    }

    public IReadOnlyList<Line> In(string conversation)
    {
        lock (_gate)
        {
            return _lines.FindAll(line => line.Conversation == conversation);
        }
    }

    public async Task<SinkOutcome> SendAsync(
        ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
    {
        Write(to, activity, outgoing, begins: true);

        // Long enough for the other side to get in between, with no clock involved.
        for (var i = 0; i < 20; i++)
        {
            await Task.Yield();
        }

        Write(to, activity, outgoing, begins: false);
        return IsBlocked(to.Conversation.Id!) ? new SinkOutcome.Gone("blocked") : new SinkOutcome.Accepted(outgoing);
    }

    public Task<SinkOutcome> UpdateAsync(
        ConversationReference to,
        BotActivity activity,
        string replaces,
        string? replacesActivityId,
        string outgoing,
        CancellationToken cancellationToken) => SendAsync(to, activity, outgoing, cancellationToken);

    private void Write(ConversationReference to, BotActivity activity, string outgoing, bool begins)
    {
        lock (_gate)
        {
            _lines.Add(new(to.Conversation.Id!, outgoing, activity.Text, activity.Attachments is { Count: > 0 }, begins));
        }
    }

    internal sealed record Line(string Conversation, string Outgoing, string? Text, bool IsCard, bool Begins);
}
