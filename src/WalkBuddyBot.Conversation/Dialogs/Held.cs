using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>What would have come before the next one, and why it does not, in words.</summary>
internal static class Held
{
    private const int MostNamed = 3;

    private static readonly Duration Ahead = Duration.FromDays(7);

    /// <summary>A sentence for each reason; null where nothing is held back. A pause and a stop have a sentence of their own.</summary>
    public static string? Say(Talk talk)
    {
        if (talk.Person.Standing.Holds(talk.Now) is not null)
        {
            return null;
        }

        var until = talk.Now + Ahead;
        var sentences = Foresight.Of(talk.Known, Gates.OfPerson(talk.Zones), talk.Zones, talk.Now, passed: true)
            .TakeWhile(slot => slot.HeldBy is not null && slot.Place < until)
            .GroupBy(slot => slot.HeldBy!, StringComparer.Ordinal)
            .Select(slots => Sentence(talk, slots.Key, Moments(talk, slots)))
            .OfType<string>().ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string Moments(Talk talk, IEnumerable<ForeseenSlot> slots) =>
        SpokenTime.Moments(slots.Take(MostNamed).Select(slot => slot.Slot.Due.InZone(talk.ZoneOrUtc).LocalDateTime));

    private static string? Sentence(Talk talk, string reason, string moments)
    {
        var which = ("moments", (object)moments);
        return reason switch
        {
            DropReasons.Walked => talk.Say("held.walked", which),
            DropReasons.NotToday => talk.Say("held.not-today", which),
            DropReasons.LeftOut => talk.Say("held.left-out", which),
            DropReasons.Fence => talk.Say("held.fence", which, ("hours", HoursWords.Of(talk.Person.Fence!))),
            DropReasons.Quiet => talk.Say("held.quiet", which, ("hours", HoursWords.Of(talk.Person.Quiet!))),
            DropReasons.Ceiling => talk.Say("held.ceiling", which, ("most", talk.Person.Plan.MostPerDay)),
            _ => null,
        };
    }
}
