using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>How one channel shows a reply. A class a channel.</summary>
internal interface IDrawing
{
    /// <summary>The channel's name.</summary>
    string Channel { get; }

    /// <summary>The reply as an activity; the sink fills in who, where and when.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="locale">The language of the words, for readers aloud.</param>
    BotActivity Draw(Reply reply, string? locale);
}
