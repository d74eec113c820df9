using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>What is asked in general or told of others' works, and what holds for a whole sentence.</summary>
internal sealed class AskingReading(Places places, Roles roles)
{
    private const int WhatIfReach = 16;
    private const int MostOpeners = 8;
    private const int LongestSequel = 5;

    private readonly SentenceFacts?[] _facts = new SentenceFacts?[places.Message.Sentences];

    public bool WhatIf(Span span)
    {
        var (start, _) = places.SentenceAt(span.Start);
        var from = Math.Max(places.ClauseStart(span.Start, start), span.Start - WhatIfReach);
        return places.Uncovered(roles.WhatIf, roles.NotWhatIf, from, Math.Min(places.Message.Count, span.Start + 2)) >= 0;
    }

    // Read once a sentence, however many signs stand in it.
    public SentenceFacts Facts(Span span)
    {
        var number = places.Message.SentenceOf(span.Start);
        if (_facts[number] is { } known)
        {
            return known;
        }

        var (start, end) = places.Message.Sentence(number);
        var about = places.Uncovered(roles.Self, roles.Frame, start, end) >= 0 || places.Last(roles.Other, start, end) >= 0;
        var facts = new SentenceFacts(
            Happens: places.Found.Within(roles.Happening, start, end) || GoesOn(number),
            Newly: places.Found.Within(roles.Newly, start, end),
            Recent: places.Found.Within(roles.Recent, start, end),
            InGeneral: !about && StartsAsking(start, end),
            Told: places.Found.Within(roles.Told, start, end) && places.Uncovered(roles.Self, roles.Told, start, end) < 0);
        _facts[number] = facts;
        return facts;
    }

    // "Is numbness there normal? Started yesterday."
    private bool GoesOn(int number)
    {
        if (number + 1 >= places.Message.Sentences)
        {
            return false;
        }

        var (start, end) = places.Message.Sentence(number + 1);
        var soon = Math.Min(end, start + LongestSequel);
        return places.Found.Within(roles.Newly, start, soon) || places.Found.Within(roles.Recent, start, soon);
    }

    private bool StartsAsking(int start, int end)
    {
        for (var at = start; at < end && at < start + MostOpeners; at++)
        {
            if (places.Covers(roles.Asks, at))
            {
                return true;
            }

            if (!places.Covers(roles.Filler, at))
            {
                return false;
            }
        }

        return false;
    }
}
