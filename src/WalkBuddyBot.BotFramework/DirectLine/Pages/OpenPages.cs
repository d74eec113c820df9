using System.Collections.Immutable;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Pages;

/// <summary>The pages that are open on this node, by conversation. What is said to them is said to those of other nodes too.</summary>
internal sealed class OpenPages(IBell bell)
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, ImmutableArray<Page>> _pages =
        ImmutableDictionary<string, ImmutableArray<Page>>.Empty.WithComparers(StringComparer.Ordinal);
    private int _count;

    /// <summary>The conversations that have a page here.</summary>
    public IReadOnlyCollection<string> Conversations => [.. Volatile.Read(ref _pages).Keys];

    /// <summary>Whether one is open here.</summary>
    public bool AnyOpen(string conversationId) => !Of(conversationId).IsEmpty;

    /// <summary>Takes a page in, unless its conversation, or the house, has as many as it may have: then this newest one must go.</summary>
    public Joining Join(string conversationId, Page page, int mostHere, int mostInAll)
    {
        lock (_gate)
        {
            var pages = Of(conversationId);
            if (pages.Length >= mostHere)
            {
                return Joining.FullConversation;
            }

            if (_count >= mostInAll)
            {
                return Joining.FullHouse;
            }

            _count++;
            _pages = _pages.SetItem(conversationId, pages.Add(page));
            return Joining.Joined;
        }
    }

    public void Leave(string conversationId, Page page)
    {
        lock (_gate)
        {
            var here = Of(conversationId);
            var left = here.Remove(page);
            _count -= here.Length - left.Length;
            _pages = left.IsEmpty ? _pages.Remove(conversationId) : _pages.SetItem(conversationId, left);
        }
    }

    /// <summary>Something new stands in the transcript.</summary>
    public void Ring(string conversationId)
    {
        RingHere(conversationId);
        bell.Ring(conversationId);
    }

    /// <summary>Shows something that is not kept.</summary>
    public void Pass(string conversationId, BotActivity activity)
    {
        PassHere(conversationId, activity);

        // What somebody typed leaves this process only for the transcript.
        if (activity.Type != ActivityTypes.Message)
        {
            bell.Pass(conversationId, activity);
        }
    }

    /// <summary>As another node says.</summary>
    public void Hear(Rung rung)
    {
        if (rung.Passing is { } activity)
        {
            PassHere(rung.Conversation, activity);
            return;
        }

        RingHere(rung.Conversation);
    }

    /// <summary>The transcript stands at this watermark: rings those pages that do not know it yet.</summary>
    public void RingBehind(string conversationId, long watermark)
    {
        foreach (var page in Of(conversationId))
        {
            page.RingBehind(watermark);
        }
    }

    private void RingHere(string conversationId)
    {
        foreach (var page in Of(conversationId))
        {
            page.Ring();
        }
    }

    private void PassHere(string conversationId, BotActivity activity)
    {
        foreach (var page in Of(conversationId))
        {
            page.Pass(activity);
        }
    }

    private ImmutableArray<Page> Of(string conversationId) => Volatile.Read(ref _pages).GetValueOrDefault(conversationId, []);
}
