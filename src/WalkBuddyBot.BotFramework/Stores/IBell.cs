using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>
/// Tells the nodes that share one database what happens to conversations, so that a page on another node shows it at once. It is only a
/// hint and may lose some: the transcripts are the truth, and each node with open pages looks at them once a second.
/// </summary>
public interface IBell
{
    /// <summary>Whether other nodes may be at work on the same database.</summary>
    bool HasOthers { get; }

    /// <summary>
    /// Something new stands in a transcript. Returns at once and never throws; several rings of one conversation may become one.
    /// </summary>
    void Ring(string conversation);

    /// <summary>
    /// Passes along what no transcript keeps, such as "is typing". Returns at once and never throws; what is too big is left out.
    /// </summary>
    void Pass(string conversation, BotActivity activity);

    /// <summary>Rings for the others and hears them until it is cancelled; mends what breaks by itself. Run once, by one caller.</summary>
    /// <param name="heard">Called for each ring of another node; must not throw.</param>
    /// <param name="cancellationToken">Ends it, without an exception.</param>
    Task RunAsync(Action<Rung> heard, CancellationToken cancellationToken);
}
