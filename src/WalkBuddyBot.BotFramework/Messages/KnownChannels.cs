using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>The channels that are let in.</summary>
internal sealed class KnownChannels(IOptions<MessagesOptions> options)
{
    private static readonly string[] Known = ["msteams", "webchat", "directline", "emulator", "test"];

    private readonly FrozenSet<string> _allowed = Known.Concat(options.Value.MoreChannels).ToFrozenSet(StringComparer.Ordinal);

    public bool Allow(string? channel) => channel is not null && _allowed.Contains(channel);
}
