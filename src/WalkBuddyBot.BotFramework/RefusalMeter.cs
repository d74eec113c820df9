using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace WalkBuddyBot.BotFramework;

/// <summary>Counts refused requests by door, status and kind. Never by whom, and nothing of what they sent.</summary>
internal sealed class RefusalMeter
{
    /// <summary>The meter.</summary>
    public const string Name = "WalkBuddyBot.BotFramework";

    /// <summary>The instrument.</summary>
    public const string RefusedName = "walkbuddy.request.refused";

    /// <summary>The door of channels.</summary>
    public const string Messages = "messages";

    /// <summary>The door of our own web chat.</summary>
    public const string DirectLine = "directline";

    // A kind is a constant of ours. Should one ever be made of what a caller sent, this many is where it ends.
    private const int MostSeries = 96;
    private const string Other = "other";

    private readonly Counter<long> _refused;
    private readonly ConcurrentDictionary<(string Door, int Status, string Kind), byte> _known = new();

    /// <summary>One a process.</summary>
    public RefusalMeter(IMeterFactory meters) => _refused = meters.Create(Name)
        .CreateCounter<long>(RefusedName, "{request}", "Requests that were refused, by door, status and kind.");

    /// <summary>Counts one.</summary>
    /// <param name="door"><see cref="Messages"/> or <see cref="DirectLine"/>.</param>
    /// <param name="status">The HTTP status it was answered with.</param>
    /// <param name="kind">Why, a constant such as <c>TokenExpired</c>.</param>
    public void Refused(string door, int status, string kind) => _refused.Add(
        1,
        new("door", door),
        new("status", status.ToString(CultureInfo.InvariantCulture)),
        new("kind", IsKnown(door, status, kind) ? kind : Other));

    private bool IsKnown(string door, int status, string kind) =>
        _known.ContainsKey((door, status, kind)) || (_known.Count < MostSeries && _known.TryAdd((door, status, kind), 0));
}
