namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Steps in a row, in one or more orders, any of which will do.</summary>
/// <param name="Orders">The orders.</param>
/// <param name="History">Whether it counts in full although it lies in the past, such as an operation.</param>
internal sealed record Part(IReadOnlyList<Step[]> Orders, bool History)
{
    /// <summary>Whether every word of one of its orders is in the message at all; asked of every part of every sign, so without
    /// helpers.</summary>
    public bool Possible(Occurrences found)
    {
        for (var at = 0; at < Orders.Count; at++)
        {
            if (Possible(Orders[at], found))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every place where it stands. Bounded gaps keep the work in proportion to the message's length.</summary>
    public IEnumerable<Span> In(Message message, Occurrences found, Func<int, int, int> denies, Func<int, Span, bool> hidden)
    {
        foreach (var order in Orders)
        {
            if (!Possible(order, found))
            {
                continue;
            }

            foreach (var first in found[order[0].Set])
            {
                if (hidden(order[0].Set, first))
                {
                    continue;
                }

                foreach (var span in Follow(order, first, message, found, denies, hidden))
                {
                    yield return span;
                }
            }
        }
    }

    private static bool Possible(Step[] order, Occurrences found)
    {
        foreach (var step in order)
        {
            if (!found.Any(step.Set))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Span> Follow(
        Step[] order, Span first, Message message, Occurrences found, Func<int, int, int> denies, Func<int, Span, bool> hidden)
    {
        var reached = new Dictionary<int, int> { [first.End] = 0 };
        for (var at = 1; at < order.Length && reached.Count > 0; at++)
        {
            var next = new Dictionary<int, int>();
            foreach (var (end, denials) in reached)
            {
                Advance(order[at], end, denials, next, message, found, denies, hidden);
            }

            reached = next;
        }

        return reached.Select(pair => new Span(first.Start, pair.Key, pair.Value));
    }

    private static void Advance(
        Step step, int end, int denials, Dictionary<int, int> next,
        Message message, Occurrences found, Func<int, int, int> denies, Func<int, Span, bool> hidden)
    {
        var last = end;
        while (last < message.Count && last - end <= step.Gap && message.Before[last] < Break.Clause)
        {
            last++;
        }

        foreach (var span in found.Starting(step.Set, end, last - 1))
        {
            if (hidden(step.Set, span))
            {
                continue;
            }

            var between = denials + denies(end, span.Start);

            // Of two ways to the same end the one with fewer denials counts: in doubt the sign stays.
            next[span.End] = next.TryGetValue(span.End, out var known) ? Math.Min(known, between) : between;
        }
    }
}
