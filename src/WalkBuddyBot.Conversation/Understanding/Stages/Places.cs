using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Places in the list of reminders: "the second one", "the last reminder".</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string> All = new[]
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    }.Select((word, at) => (word, place: $"{at + 1}")).Append(("last", "last")).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    public static bool IsOne(string word) => All.ContainsKey(word);

    /// <summary>The one place that is named, as the value of <see cref="Slots.Which"/>.</summary>
    public static string? Named(Message message)
    {
        string? named = null;
        foreach (var token in message.Scan.Rest)
        {
            if (All.TryGetValue(token.Text, out var place))
            {
                if (named is not null)
                {
                    return null;
                }

                named = place;
            }
        }

        return named;
    }
}
