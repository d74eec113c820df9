using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;
using WalkBuddyBot.Conversation.Understanding.Words;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>A message made ready for the stages: folded, cut, mended and scanned for what names a time.</summary>
/// <param name="Folded">The folded text.</param>
/// <param name="Tokens">Its tokens, mended.</param>
/// <param name="Words">The words and numbers alone, one space between.</param>
/// <param name="Scan">What names days, times, spans and places.</param>
/// <param name="Now">The present.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="Talk">What the talk is about, if that still holds.</param>
internal sealed record Message(
    string Folded, ImmutableArray<Token> Tokens, string Words, Scan Scan, Instant Now, DateTimeZone? Zone, DialogState? Talk)
{
    // Longer messages are stories; nothing that is asked of a reminder needs more.
    private const int Most = 1_000;

    private const string ThumbUp = "\U0001F44D";

    private Scan? _amounts;

    /// <summary>The same with distances, steps and walks read too, for what is told of walks or aimed at.</summary>
    public Scan Amounts => _amounts ??= Scan.Over(Folded, Tokens, LocalNow.Date, amounts: true);

    /// <summary>Whether it ends in, or holds, a question mark.</summary>
    public bool IsAsked => Tokens.Any(token => token.IsMark('?'));

    /// <summary>Whether these words stand in it, whole and in this order.</summary>
    public bool Says(string words)
    {
        for (var at = Words.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Words.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || Words[at - 1] == ' ') && (end == Words.Length || Words[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of these stands in it.</summary>
    public bool SaysAny(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Says(phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The local present; in UTC while the zone is not known.</summary>
    public LocalDateTime LocalNow => Now.InZone(Zone ?? DateTimeZone.Utc).LocalDateTime;

    public static Message Read(string text, Instant now, DateTimeZone? zone, DialogState? talk)
    {
        // A thumb up alone is how many say ok.
        var thumb = text.TrimStart().StartsWith(ThumbUp, StringComparison.Ordinal) && !text.Any(char.IsLetterOrDigit);
        var folded = Folding.Fold(thumb ? "ok" : text, Most);
        var tokens = Spelling.Mend(Tokeniser.Cut(folded));
        var words = string.Join(' ', tokens.Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text));
        var today = now.InZone(zone ?? DateTimeZone.Utc).Date;
        var current = talk is not null && talk.Until > now ? talk : null;
        return new(folded, tokens, words, Scan.Over(folded, tokens, today), now, zone, current);
    }
}
