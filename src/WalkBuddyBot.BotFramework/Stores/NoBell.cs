using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>Where one node is alone: there is nobody to tell.</summary>
internal sealed class NoBell : IBell
{
    public bool HasOthers => false;

    public void Ring(string conversation)
    {
    }

    public void Pass(string conversation, BotActivity activity)
    {
    }

    public Task RunAsync(Action<Rung> heard, CancellationToken cancellationToken) => Task.CompletedTask;
}
