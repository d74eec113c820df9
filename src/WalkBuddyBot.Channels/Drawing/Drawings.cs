using System.Collections.Frozen;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>The drawings by channel. A channel without one of its own gets the web chat's, which asks least of a client.</summary>
internal sealed class Drawings(IEnumerable<IDrawing> drawings)
{
    private readonly FrozenDictionary<string, IDrawing> _drawings =
        drawings.ToFrozenDictionary(drawing => drawing.Channel, StringComparer.Ordinal);

    public IDrawing For(string channel) => _drawings.TryGetValue(channel, out var drawing) ? drawing : _drawings[Address.WebChat];
}
