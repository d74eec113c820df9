using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>An export that is shown as text comes in messages of a size that every channel takes. Joined, they are the file.</summary>
internal static class ExportPages
{
    private const int Longest = 8000;

    /// <summary>The replies as the channel can show them.</summary>
    public static ImmutableArray<Reply> For(string channel, ImmutableArray<Reply> replies) => channel == Address.WebChat
        ? replies
        : [.. replies.SelectMany(Pages)];

    private static IEnumerable<Reply> Pages(Reply reply)
    {
        if (reply.Card is not CardModel.Export { Json: { Length: > Longest } json })
        {
            return [reply];
        }

        var parts = Parts(json);
        return parts.Select((part, i) => reply with
        {
            Text = i == 0 ? $"{reply.Text} ({i + 1}/{parts.Count})" : $"({i + 1}/{parts.Count})",
            Choices = i == parts.Count - 1 ? reply.Choices : [],
            Card = new CardModel.Export(part),
        });
    }

    // At line ends, so that each part can be read; a line that is longer than a page is cut.
    private static List<string> Parts(string json)
    {
        var parts = new List<string>();
        for (var from = 0; from < json.Length;)
        {
            var most = Math.Min(Longest, json.Length - from);
            var line = from + most < json.Length ? json.LastIndexOf('\n', from + most - 1, most) : -1;
            var length = line > from ? line - from + 1 : char.IsHighSurrogate(json[from + most - 1]) ? most - 1 : most;
            parts.Add(json.Substring(from, length));
            from += length;
        }

        return parts;
    }
}
