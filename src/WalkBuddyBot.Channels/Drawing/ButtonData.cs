using System.Text.Json.Nodes;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Drawing;

/// <summary>What a button sends back when it is pressed; <see cref="Press"/> reads it.</summary>
internal static class ButtonData
{
    /// <summary>More buttons than this are not taken in at a glance.</summary>
    public const int Most = 6;

    public static JsonObject Of(Choice choice)
    {
        var data = new JsonObject();
        foreach (var (name, value) in choice.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            data[name] = value;
        }

        data[Press.VerbName] = choice.Verb;
        if (choice.About is { } about)
        {
            data[Press.AboutName] = about.Value.ToString("N");
        }

        return data;
    }
}
