using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>The stretches of a message that are judged one by one, so that a sign in the middle of a long story is found.</summary>
internal static class Units
{
    /// <summary>The most words that are judged at once.</summary>
    public const int Longest = 26;

    // What is shorter says too little by itself.
    private const int FewestWords = 2;

    // A sentence of so many words is short enough to be one thought.
    private const int OneThought = 9;

    /// <summary>The whole message when it is short, its sentences, and the clauses of long sentences, one alone and two together.</summary>
    public static List<Span> Of(Message message)
    {
        var units = new OrderedDictionary<Span, bool>();
        if (message.Count <= Longest)
        {
            Add(units, new Span(0, message.Count));
        }

        for (var number = 0; number < message.Sentences; number++)
        {
            var (start, end) = message.Sentence(number);
            AddSentence(units, message, start, end);

            // "My legs? Both are numb." is one thought in two sentences.
            if (number > 0 && message.Sentence(number - 1).Start is var before && end - before <= Longest)
            {
                Add(units, new Span(before, end));
            }
        }

        return [.. units.Keys];
    }

    private static void AddSentence(OrderedDictionary<Span, bool> units, Message message, int start, int end)
    {
        if (end - start <= Longest)
        {
            Add(units, new Span(start, end));
        }

        if (end - start <= OneThought)
        {
            return;
        }

        var cuts = Cuts(message, start, end);
        for (var at = 0; at + 1 < cuts.Count; at++)
        {
            Add(units, new Span(cuts[at], cuts[at + 1]));
            if (at + 2 < cuts.Count)
            {
                Add(units, new Span(cuts[at], cuts[at + 2]));
            }
        }
    }

    // Where clauses begin; a stretch without any sign or joining word is cut by its length.
    private static List<int> Cuts(Message message, int start, int end)
    {
        List<int> cuts = [start];
        for (var at = start + 1; at < end; at++)
        {
            var joins = message.Words[at] is "and" or "but" or "so" or "because" or "cos" or "since" or "then" or "while" or "when" or "which";
            var far = at - cuts[^1] >= Longest / 2;
            if (((message.Before[at] != Break.None || joins) && at - cuts[^1] > FewestWords && end - at > FewestWords) || far)
            {
                cuts.Add(at);
            }
        }

        cuts.Add(end);
        return cuts;
    }

    private static void Add(OrderedDictionary<Span, bool> units, Span unit)
    {
        if (unit.End - unit.Start is > 0 and <= Longest)
        {
            units.TryAdd(unit, true);
        }
    }
}
