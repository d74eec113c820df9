using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Whose sign it is.</summary>
internal sealed class SubjectReading(Places places, Roles roles)
{
    private const int OtherReach = 20;
    private const int CreatureReach = 10;

    /// <summary>Whether a span is about somebody else.</summary>
    public bool OfOther(Span span)
    {
        var (start, _) = places.SentenceAt(span.Start);
        var other = places.Last(roles.Other, Math.Max(start, span.Start - OtherReach), span.End);
        return other >= 0
            && places.Last(roles.Self, other + 1, span.Start) is var self && (self < 0 || places.Found.Within(roles.Other, self, span.End));
    }

    /// <summary>Whether a span is about an animal or a thing.</summary>
    public bool OfCreature(Span span)
    {
        var (start, _) = places.SentenceAt(span.Start);
        var creature = places.Last(roles.Creature, start, span.Start);
        return creature >= 0 && span.Start - creature <= CreatureReach
            && places.Uncovered(roles.Self, roles.Creature, creature, span.Start) < 0 && places.Last(roles.Other, creature, span.Start) < 0;
    }
}
