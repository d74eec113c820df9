using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Stages;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>
/// What was just done, said again with what a correction puts right: after a goal of three walks "no, 4" is "my goal is 4 walks a week".
/// Reminders are put right by the words of a change.
/// </summary>
internal static class Amendment
{
    private static readonly FrozenSet<string> Around =
        Vocabulary.Set("a an the per each every day week weekly daily times minutes minute min mins walk walks walked on of for at in "
            + "from to till til until between and only about");

    /// <summary>The whole command; null where the words put nothing right that was done.</summary>
    public static string? Of(LastAction action, Message message)
    {
        if (Correction.Of(message) is not { } rest)
        {
            return null;
        }

        var said = Message.Read(rest, message.Now, message.Zone, talk: null);
        var amounts = said.Amounts;
        if (amounts.Pieces.IsEmpty || amounts.Rest.Any(token => !Around.Contains(token.Text)))
        {
            return null;
        }

        var kept = KeptSlots.Read(action.Slots);
        var bare = said.Scan is { Pieces: [Piece.Clock { Bare: not null }], Rest.IsEmpty: true };
        return action.Label switch
        {
            Intents.Goal => Goal(said, kept, bare),
            Intents.LogWalk => Walk(said, kept, bare),
            Intents.Pause => Pause(said),
            Intents.QuietHours => Hours(said, kept),
            Intents.Skip when said.Scan.Pieces is [Piece.Date or Piece.Days] => $"skip {rest}",
            Intents.TimeZone when said.Scan.Pieces is [Piece.Zone] => $"my time zone is {rest}",
            _ => null,
        };
    }

    private static string? Goal(Message said, Slots kept, bool bare)
    {
        if (said.Amounts.Pieces.Any(piece => piece is not (Piece.Clock { Bare: not null } or Piece.Span or Piece.Amount or Piece.Per)))
        {
            return null;
        }

        var per = said.Amounts.Pieces.Any(piece => piece is Piece.Per) || said.SaysAny("day", "week") ? "" : $" a {kept.Per ?? "week"}";
        var unit = bare || said.Scan.Rest.All(token => !Vocabulary.Walks.Contains(token.Text)) && !said.SaysAny("minutes", "minute", "min")
            && said.Amounts.Pieces.All(piece => piece is Piece.Clock or Piece.Per) ? kept.Minutes is null ? " walks" : " minutes" : "";
        return $"my goal is {said.Folded.Trim()}{unit}{per}";
    }

    private static string? Walk(Message said, Slots kept, bool bare)
    {
        var pieces = said.Amounts.Pieces;
        if (pieces.All(piece => piece is Piece.Date or Piece.Days))
        {
            var long_ = kept.Minutes is { } minutes ? $"{minutes} minutes" : kept.Steps is { } steps ? $"{steps} steps"
                : kept.DistanceMetres is { } metres ? $"{metres} metres" : "";
            return $"i walked {long_} {said.Folded.Trim()}";
        }

        return pieces.Any(piece => piece is not (Piece.Clock { Bare: not null } or Piece.Span { FromNow: false } or Piece.Amount or Piece.Date
            or Piece.Days)) ? null : $"i walked {said.Folded.Trim()}{(bare ? " minutes" : "")}";
    }

    private static string? Pause(Message said) => said.Scan.Pieces switch
    {
        _ when said.SaysAny("until", "till", "til") => $"pause {said.Folded.Trim()}",
        [Piece.Span { FromNow: false }] => $"pause for {Without(said, "for")}",
        [Piece.Days or Piece.Date] or [Piece.Days or Piece.Date, Piece.Clock] => $"pause until {Without(said, "on")}",
        _ => null,
    };

    private static string? Hours(Message said, Slots kept)
    {
        var command = kept.About == "fence" ? "only remind me" : "quiet hours";
        var text = said.Folded.Trim();
        var clocks = said.Scan.Pieces.Count(piece => piece is Piece.Clock);
        if (said.Scan.Pieces.Any(piece => piece is not (Piece.Clock or Piece.Window)))
        {
            return null;
        }

        return (clocks, said.Scan.Pieces.Length) switch
        {
            (0, 1) or (2, 2) when kept.About == "fence" => $"{command} {(said.SaysAny("from", "between") ? "" : "from ")}{text}",
            (0, 1) or (2, 2) => $"{command} {text}",
            (1, 1) when said.SaysAny("until", "till", "til", "to") && kept.From is { } from =>
                $"{command} from {Clock(from)} to {Without(said, "until", "till", "til", "to")}",
            (1, 1) when said.Says("from") && kept.To is { } to => $"{command} {text} to {Clock(to)}",
            _ => null,
        };
    }

    private static string Clock(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    private static string Without(Message said, params ReadOnlySpan<string> leads)
    {
        var text = said.Folded.Trim();
        foreach (var lead in leads)
        {
            text = text.StartsWith(lead + " ", StringComparison.Ordinal) ? text[(lead.Length + 1)..] : text;
        }

        return text;
    }
}
