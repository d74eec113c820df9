namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Words in a row that say what one word says, such as "not able to" for "cant".</summary>
internal sealed class Joins
{
    private readonly ILookup<string, (string[] Words, string Joined)> _byLast;

    public Joins(IEnumerable<(string Words, string Joined)> joins) => _byLast = joins
        .Select(join => (Words: join.Words.Split(' '), join.Joined))
        .OrderByDescending(join => join.Words.Length)
        .ToLookup(join => join.Words[^1], StringComparer.Ordinal);

    /// <summary>The join that the message now ends with: of how many words, and to what; none has no words.</summary>
    public (int Count, string Joined) AtEnd(Message message)
    {
        foreach (var (words, joined) in _byLast[message.Words[^1]])
        {
            if (message.EndsWith(words))
            {
                return (words.Length, joined);
            }
        }

        return (0, "");
    }
}
