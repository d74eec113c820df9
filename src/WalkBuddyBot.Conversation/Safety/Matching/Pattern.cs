namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>What must stand in a message: groups anywhere in it, the parts of a group in one sentence.</summary>
/// <param name="Groups">All must be there.</param>
/// <param name="Unless">None may stand in the same sentence as the first group.</param>
/// <param name="UnlessAnywhere">None may stand anywhere in the message.</param>
internal sealed record Pattern(IReadOnlyList<Part[]> Groups, IReadOnlyList<Part> Unless, IReadOnlyList<Part> UnlessAnywhere)
{
    public bool Possible(Occurrences found)
    {
        for (var at = 0; at < Groups.Count; at++)
        {
            foreach (var part in Groups[at])
            {
                if (!part.Possible(found))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
