using System.Text;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Storage.Json;
using WalkBuddyBot.Storage.Wire;

namespace WalkBuddyBot.Storage.Postgres;

/// <summary>
/// Rings as the text of a notification: its first line names the node, each further line a conversation and, behind a tab, what is passed
/// along. JSON has neither tab nor line break.
/// </summary>
internal static class BellPayload
{
    // PostgreSQL takes less than 8000 bytes.
    private const int MostBytes = 7900;

    private const char Line = '\n';
    private const char Tab = '\t';

    /// <summary>As few texts as they fit into. What would not fit into one alone is left out.</summary>
    public static IReadOnlyList<string> Write(string owner, IReadOnlyList<Rung> rungs)
    {
        var payloads = new List<string>();
        var text = new StringBuilder(owner);
        var begun = Encoding.UTF8.GetByteCount(owner);
        var bytes = begun;
        foreach (var line in rungs.Select(Write))
        {
            var more = 1 + Encoding.UTF8.GetByteCount(line);
            if (begun + more > MostBytes)
            {
                continue;
            }

            if (bytes + more > MostBytes)
            {
                payloads.Add(text.ToString());
                text.Clear().Append(owner);
                bytes = begun;
            }

            text.Append(Line).Append(line);
            bytes += more;
        }

        if (bytes > begun)
        {
            payloads.Add(text.ToString());
        }

        return payloads;
    }

    /// <summary>What another node says. What cannot be read (a newer one may say more) is left out.</summary>
    public static IReadOnlyList<Rung> Read(string owner, string payload)
    {
        var lines = payload.Split(Line);
        return lines[0] == owner ? [] : [.. lines.Skip(1).Select(Read).OfType<Rung>()];
    }

    private static string Write(Rung rung) =>
        rung.Passing is { } activity ? $"{rung.Conversation}{Tab}{Payload.Write(activity)}" : rung.Conversation;

    private static Rung? Read(string line)
    {
        var tab = line.IndexOf(Tab, StringComparison.Ordinal);
        if (tab < 0)
        {
            return line.Length == 0 ? null : new Rung(line);
        }

        try
        {
            return new Rung(line[..tab], Payload.Activity(line[(tab + 1)..]));
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
