using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>Mends a slip in the words that commands and times are made of, and in a few short ones: other topic words are the
/// matcher's matter.</summary>
internal static class Spelling
{
    private const int Shortest = 5;

    private static readonly string[] Meant =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays",
        "fridays", "saturdays", "sundays", "weekday", "weekdays", "weekend", "weekends", "everyday", "daily", "every", "except", "tomorrow",
        "tonight", "yesterday", "today", "morning", "afternoon", "evening", "midnight", "minute", "minutes", "hours", "remind", "reminds",
        "reminder", "reminders", "reminding", "notify", "snooze", "unsubscribe", "between", "january", "february", "august", "september",
        "october", "november", "december", "quarter", "resume", "pause", "walked", "timezone", "thanks", "hello", "berlin", "london",
        "status", "another", "until", "walking", "change", "delete", "remove", "cancel", "earlier", "schedule", "reschedule",
            "everything", "instead",
        "progress", "feedback", "holiday", "vacation", "weekly", "export", "message",
    ];

    // Too short for any slip but this one: two neighbours swapped, which makes no other word of these.
    private static readonly FrozenDictionary<string, string> Swapped =
        new[] { "back", "walk", "walks", "pain", "help", "core", "legs", "hips", "spine", "joint", "stiff", "goal", "skip", "move",
            "make", "steps", "tip", "tips", "miles" }
            .SelectMany(word => Enumerable.Range(0, word.Length - 1).Select(at => (Typed: Swap(word, at), Meant: word)))
            .Where(slip => slip.Typed != slip.Meant)
            .ToFrozenDictionary(slip => slip.Typed, slip => slip.Meant);

    // Real words one slip from a word above.
    private static readonly FrozenSet<string> Real = new[]
    {
        "ever", "very", "fever", "moaning", "mourning", "mornings", "evenings", "afternoons", "evenly", "dairy", "daisy", "expect",
        "accept",
        "minuet", "minuets", "remand", "remains", "think", "thank", "thinks", "tanks", "hell", "cello", "hellos", "talked", "waked",
        "walker", "waking",
        "balked", "presume", "resumes", "resumed", "paused", "pauses", "cause", "hour", "house", "honours", "statue", "statues", "unit",
        "untie", "march", "quarters", "notified", "reminded", "week", "walk", "walks", "houses", "nights", "toady", "steady",
        "stats", "charge", "chance", "changes", "changed", "charged", "hange", "deleted", "deletes", "remote", "removes", "removed",
            "cancer",
        "cancels", "earliest", "earnier", "scheduled", "schedules", "weekley", "weakly", "week", "weeks", "expert", "exports", "extort",
            "massage",
        "messages", "messaged", "holidays", "vocation", "vacations", "progressed", "earner",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Known = Meant.ToFrozenSet();

    /// <summary>The words that commands and times are made of.</summary>
    public static IEnumerable<string> Own => Meant;

    /// <summary>What is mended here, or left as it is, whatever else is known.</summary>
    public static IEnumerable<string> Handled => [.. Real, .. Common.Keys, .. Swapped.Keys];

    /// <summary>Whether a word is one of <see cref="Own"/>.</summary>
    public static bool IsOwn(string word) => Known.Contains(word);

    private static readonly FrozenDictionary<int, string[]> ByLength =
        Meant.GroupBy(word => word.Length).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens) =>
        [.. tokens.Select(token => token.Kind == TokenKind.Word ? token with { Text = Mend(token.Text) } : token)];

    // Two slips, and common all the same.
    private static readonly FrozenDictionary<string, string> Common = new Dictionary<string, string>
    {
        ["skp"] = "skip",
        ["skipp"] = "skip",
        ["wlk"] = "walk",
        ["waled"] = "walked",
        ["wendsday"] = "wednesday",
        ["wensday"] = "wednesday",
        ["wenesday"] = "wednesday",
        ["wednsday"] = "wednesday",
        ["thurday"] = "thursday",
        ["thrsday"] = "thursday",
        ["tommorow"] = "tomorrow",
        ["tommorrow"] = "tomorrow",
        ["tomorow"] = "tomorrow",
        ["tomoro"] = "tomorrow",
        ["remaind"] = "remind",
        ["remindme"] = "remind",
        ["reminde"] = "remind",
        ["agian"] = "again",
        ["insted"] = "instead",
        ["thanx"] = "thanks",
    }.ToFrozenDictionary();

    public static string Mend(string word)
    {
        if (Common.TryGetValue(word, out var common) || Swapped.TryGetValue(word, out common))
        {
            return common;
        }

        if (word.Length < Shortest - 1 || word.Length > 12 || Known.Contains(word) || Real.Contains(word))
        {
            return word;
        }

        string? found = null;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var meant in ByLength.GetValueOrDefault(length, []))
            {
                if (meant.Length < Shortest || !EditDistance.IsOneSlip(word, meant))
                {
                    continue;
                }

                // Two words it could be: leave it, unless they differ by the plural only, where what was typed shows which.
                if (found is not null)
                {
                    return found.Length == word.Length ? found : meant.Length == word.Length ? meant : found;
                }

                found = meant;
            }
        }

        return found ?? word;
    }

    private static string Swap(string word, int at) => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
}
