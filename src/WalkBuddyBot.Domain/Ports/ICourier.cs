namespace WalkBuddyBot.Domain;

/// <summary>Draws a message for its channel, hands it over once, and names the outcome.</summary>
public interface ICourier
{
    /// <summary>Delivers one row. Never throws for what a channel does; the answer is the row as it is to be settled.</summary>
    /// <param name="marked">The row, with its body.</param>
    /// <param name="cancellationToken">
    /// Ends the attempt; the row is then uncertain or waiting, as <see cref="Outgoing.OnDoubt"/> says.
    /// </param>
    Task<Outgoing> DeliverAsync(Outgoing marked, CancellationToken cancellationToken);

    /// <summary>
    /// Delivers one row while it may still begin. Where <paramref name="mayBegin"/> says no, nothing has left: the row waits again as it
    /// was.
    /// </summary>
    /// <param name="marked">The row, with its body.</param>
    /// <param name="mayBegin">Asked at the last moment before the first byte leaves. A process can be stopped anywhere before it.</param>
    /// <param name="cancellationToken">Ends the attempt, as above.</param>
    async Task<Delivered> DeliverAsync(Outgoing marked, Func<bool> mayBegin, CancellationToken cancellationToken) =>
        new(mayBegin() ? await DeliverAsync(marked, cancellationToken) : marked.NotBegun(), LaneWaits: null);
}
