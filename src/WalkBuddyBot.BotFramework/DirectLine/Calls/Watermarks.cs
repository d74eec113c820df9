using System.Globalization;
using Microsoft.Extensions.Options;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.DirectLine.Calls;

/// <summary>
/// Where reading starts. To clients a watermark is opaque; inside it is the last place in the order of changes. One beyond the end
/// (the store was restored from an older copy) is taken for the end: a client that kept it would never hear anything again.
/// </summary>
internal sealed class Watermarks(IConversationStore store, IOptions<DirectLineOptions> options)
{
    /// <summary>Reads a watermark; null when it is junk.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="text">As the client sent it.</param>
    /// <param name="absentMeansNow">Whether none means "from now on"; otherwise it means "from the beginning".</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<long?> ReadAsync(string conversation, string? text, bool absentMeansNow, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(text))
        {
            return absentMeansNow
                ? await store.WatermarkAsync(conversation, cancellationToken)
                : await BeginningAsync(conversation, cancellationToken);
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return null;
        }

        return after == 0
            ? await BeginningAsync(conversation, cancellationToken)
            : Math.Min(after, await store.WatermarkAsync(conversation, cancellationToken));
    }

    /// <summary>Before the newest of the history; a long one is not shown whole.</summary>
    public Task<long> BeginningAsync(string conversation, CancellationToken cancellationToken) =>
        store.WatermarkBeforeNewestAsync(conversation, options.Value.HistoryReplay, cancellationToken);
}
