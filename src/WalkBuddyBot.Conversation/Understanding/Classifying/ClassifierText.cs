using System.Collections.Frozen;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>
/// A message as the classifier reads it, when it learns and when it is asked: mended words, and a mask where a clock time, a weekday, a
/// number or a place stood, for which of them it was tells nothing of what is wanted.
/// </summary>
internal static class ClassifierText
{
    /// <summary>What a mask begins with, and no word.</summary>
    public const char MaskStart = '<';

    private const string Time = "<time>";

    private const string Hours = "<hours>";

    private const string Day = "<day>";

    private const string Date = "<date>";

    private const string Number = "<number>";

    private const string Zone = "<zone>";

    private static readonly FrozenSet<string> Weekdays =
        new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" }
            .SelectMany(day => new[] { day, day + "s", day[..3] }).Concat(["tues", "thurs", "thur"]).Except(["sun", "sat"]).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Spoken = new Dictionary<string, string>
    {
        [Time] = "nine o'clock",
        [Hours] = "from nine to five",
        [Day] = "monday",
        [Date] = "december",
        [Number] = "ten",
        [Zone] = "london",
    }.ToFrozenDictionary();

    /// <summary>The masked words, in order, with a question mark where one stood.</summary>
    public static string Of(Message message)
    {
        var words = new List<string>(message.Tokens.Length);
        var pieces = message.Scan.Pieces;
        for (int at = 0, piece = 0; at < message.Tokens.Length;)
        {
            if (piece < pieces.Length && pieces[piece].Start == at && MaskOf(pieces[piece], message) is { } mask)
            {
                words.Add(mask);
                at = pieces[piece++].End;
                continue;
            }

            piece += piece < pieces.Length && pieces[piece].Start == at ? 1 : 0;
            if (WordOf(message.Tokens[at]) is { } word && !(word == Number && words is [.., Number]))
            {
                words.Add(word);
            }

            at++;
        }

        return string.Join(' ', words);
    }

    /// <summary>The same with an ordinary word for each mask, for an encoder that has learnt from ordinary words.</summary>
    public static string Plain(string words) =>
        words.Contains(MaskStart, StringComparison.Ordinal)
            ? string.Join(' ', words.Split(' ').Select(word => Spoken.GetValueOrDefault(word, word))) : words;

    // A number alone may count anything, and the words of a span, a rhythm or a part of the day say what is wanted.
    private static string? MaskOf(Piece piece, Message message) => piece switch
    {
        Piece.Clock { Bare: null } => Time,
        Piece.Window => Hours,
        Piece.Bad when HasDigit(piece, message) => Time,
        Piece.Date when HasDigit(piece, message) => Date,
        Piece.Zone => Zone,
        _ => null,
    };

    private static bool HasDigit(Piece piece, Message message) =>
        message.Tokens.AsSpan(piece.Start, piece.Length).ToArray().Any(token => token.Kind == TokenKind.Number);

    private static string? WordOf(Token token) => token.Kind switch
    {
        TokenKind.Number => Number,
        TokenKind.Word => Weekdays.Contains(token.Text) ? Day : token.Text,
        _ => token.IsMark('?') ? "?" : null,
    };
}
