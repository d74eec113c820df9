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
}
