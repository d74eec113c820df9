namespace WalkBuddyBot.Conversation.Safety;

/// <summary>An entry of a safety file: a text, a list, or named entries; it knows its line.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Text">The text, or null.</param>
/// <param name="Items">The list; empty for the others.</param>
/// <param name="Entries">The named entries; empty for the others.</param>
internal sealed record Entry(int Line, string? Text, IReadOnlyList<Entry> Items, IReadOnlyList<(string Key, Entry Node)> Entries)
{
    public static Entry Nothing { get; } = new(1, Text: null, [], []);

    public bool IsMap => Entries.Count > 0;

    public Entry? this[string key]
    {
        get
        {
            foreach (var (name, node) in Entries)
            {
                if (name == key)
                {
                    return node;
                }
            }

            return null;
        }
    }
}
