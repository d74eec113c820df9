using System.Collections.Frozen;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>The drawings by channel. A channel without one of its own gets the one for any, which asks least of a client.</summary>
internal sealed class Drawings(IEnumerable<IDrawing> drawings)
{
    private readonly FrozenDictionary<string, IDrawing> _drawings =
        drawings.ToFrozenDictionary(drawing => drawing.Channel, StringComparer.Ordinal);

    public IDrawing For(string channel) => _drawings.GetValueOrDefault(channel) ?? _drawings[ConnectorDrawing.Any];
}
