using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>The answer to "which reminder?": a time, a day, a place in the list, or all of them.</summary>
internal static class WhichAnswer
{
    // Kept by the dialog where the question was what to change a known one to; then a bare number is an hour.
    private const string SpokenOf = "spoken-of";

    // A larger bare number is an hour.
    private const int MostPlaces = 3;

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        the one my reminder reminders nudge at walk please that it number no this on and of them a an to for ones i mean want think just
        yes all every everything both each change move remove delete
        """);

    public static Meaning? Of(Message message, Slots kept)
    {
        var scan = message.Scan;
        if (scan.Rest.Any(token => !Around.Contains(token.Text) && !Places.IsOne(token.Text)
            && token.Text is not ("st" or "nd" or "rd" or "th")))
        {
            return null;
        }

        if (Place(message, message.Talk!.Slots.ContainsKey(SpokenOf)) is { } place)
        {
            return Meanings.Sure(Intents.ChangeTime, kept with { Which = place });
        }

        if (scan.Pieces.IsEmpty)
        {
            return message.SaysAny("all", "all of them", "both", "every one", "everything")
                ? Meanings.Sure(Intents.ChangeTime, kept with { All = true }) : null;
        }

        if (kept.Off)
        {
            return Removal.Of(message, kept);
        }

        return scan.Pieces switch
        {
            [Piece.Clock { At.Hour: >= 0 } clock] => Time(kept, clock, working: false),
            [Piece.Days { Except: false, Of.Count: 1 } day] => Meanings.Sure(Intents.ChangeTime, kept with { FromDay = day.Of[0] }),
            [Piece.Days { Except: false, Of.Count: 1 } day, Piece.Clock { At.Hour: >= 0 } clock] =>
                Time(kept with { FromDay = day.Of[0] }, clock, day.Of[0] <= IsoDayOfWeek.Friday),
            [Piece.Clock { At.Hour: >= 0 } clock, Piece.Days { Except: false, Of.Count: 1 } day] =>
                Time(kept with { FromDay = day.Of[0] }, clock, day.Of[0] <= IsoDayOfWeek.Friday),
            _ => ChangeStage.Answer(message, kept),
        };
    }

    private static string? Place(Message message, bool answersWhat)
    {
        if (message.Scan.Pieces.IsEmpty && Places.Named(message) is { } named)
        {
            return named;
        }

        string[] counted = ["number one", "number two", "number three", "number four"];
        if (message.Tokens.Length == 2 && Array.FindIndex(counted, message.Says) is >= 0 and var at)
        {
            return (at + 1).ToString(CultureInfo.InvariantCulture);
        }

        // "2", "the 2nd one", "number 2"
        var numbers = message.Tokens.Where(token => token.Kind == Words.TokenKind.Number).ToList();
        var ordinal = message.Tokens.Any(token => token.Text is "st" or "nd" or "rd" or "th" or "number" || token.IsMark('#'));
        return numbers is [var number] && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place is >= 1 and <= 9 && (ordinal || (!answersWhat && place <= MostPlaces
            && message.Scan.Pieces is [Piece.Clock { Bare: not null }] && !message.Says("at")))
            ? place.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static Meaning Time(Slots kept, Piece.Clock clock, bool working)
    {
        var (times, open) = ClockResolver.Resolve([new Said(clock.At, null)], working, after: null);
        var slots = kept with { FromTime = times[0], Open = open };
        return open.IsEmpty ? Meanings.Sure(Intents.ChangeTime, slots) : Meanings.Asking(Intents.ChangeTime, Asks.HalfOfDay, slots);
    }
}
