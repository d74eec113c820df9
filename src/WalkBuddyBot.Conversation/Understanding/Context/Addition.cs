using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>What comes to a reminder that was just set or changed: "and on sundays too", "also at 5pm".</summary>
internal static class Addition
{
    private static readonly FrozenSet<string> Around = Vocabulary.Set("and also plus oh ok okay yes on at too well as please then do it the");

    public static Meaning? Of(LastAction action, Message message)
    {
        var scan = message.Scan;
        var kept = KeptSlots.Read(action.Slots);
        var says = message.Tokens is [{ Text: "and" or "also" or "plus" }, ..] || message.SaysAny("too", "as well", "also");
        if (action.Label is not (Intents.SetReminder or Intents.ChangeTime) || !says || scan.Pieces.IsEmpty
            || kept.Once is not null || kept.Elapsed is not null || scan.Rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        if (scan.Pieces.All(piece => piece is Piece.Days { Except: false }))
        {
            var days = scan.Pieces.Cast<Piece.Days>().SelectMany(piece => piece.Of).Distinct().Order();
            return Meanings.Sure(Intents.ChangeTime, new Slots { Adds = true, Days = [.. days] });
        }

        if (scan.Pieces.Any(piece => piece is not Piece.Clock { At.Hour: >= 0 }))
        {
            return null;
        }

        var clocks = scan.Pieces.Cast<Piece.Clock>().Select(clock => new Said(clock.At, null));
        var working = !kept.Days.IsEmpty && kept.Days.All(day => day <= NodaTime.IsoDayOfWeek.Friday);
        var (times, open) = ClockResolver.Resolve([.. clocks], working, after: null);
        return open.IsEmpty ? Meanings.Sure(Intents.ChangeTime, new Slots { Adds = true, Times = times })
            : kept.Days.IsEmpty ? null
            : Meanings.Asking(Intents.SetReminder, Asks.HalfOfDay, new Slots { Days = kept.Days, Times = times, Open = open });
    }
}
