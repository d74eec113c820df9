using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Schedules;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>"how much did I walk this month", "am I on track", "my week": what was walked, and over how long.</summary>
internal sealed class ProgressStage : IStage
{
    private static readonly string[] Asking =
    [
        "how much", "how many", "how far", "how long", "what", "how often", "many walks",
    ];

    private static readonly string[] Past =
    [
        "did i", "have i", "i walked", "i have walked", "i did", "i have done", "have been walked",
    ];

    private static readonly string[] Whole =
    [
        "how am i doing", "how did i do", "how have i done", "how have i been doing", "how was my", "how is my", "how are my walks",
        "am i on track", "am i doing well", "am i doing ok", "am i doing okay", "did i reach", "did i meet", "did i hit", "did i make my",
        "have i reached", "have i met", "have i hit", "how close am i", "how far am i from", "have i walked", "did i walk",
        "have i done enough", "how far off am i", "am i close to", "how far along am i", "have i done my",
    ];

    private static readonly FrozenSet<string> Nouns = Vocabulary.Set("progress stats statistics summary report recap overview totals total");

    private static readonly FrozenSet<string> Around = Vocabulary.Set(
        """
        how much many far long often what did do i am have has been walk walked walking walks steps step minutes min mins mile miles mi
        km kms
        kilometres kilometers done doing so in total totals altogether all time overall ever this last past previous current week weekly
        month monthly year yearly today daily day days my me the of for to show see view give get tell please can could you want know is
        was are progress stats statistics summary report recap overview log history track on reach reached meet met hit goal goals target
        close from it there up now noted logged counted distance going well ok okay enough since started make made off along a hey hi
        check would like quick already and here with by bot up
        """);

    public Meaning? Try(Message message)
    {
        var scan = message.Scan;
        if (scan.Rest.Any(token => !Around.Contains(token.Text)) || scan.Fault is not null || !IsAsked(message))
        {
            return null;
        }

        return Viewed(message) is { } slots ? Meanings.Sure(Intents.Progress, slots) : null;
    }

    private static bool IsAsked(Message message)
    {
        var past = Past.Any(message.Says);
        if (message.SaysAny("what is my goal", "what are my goals", "my goal is") || (message.Says("goal") && !past
            && !Whole.Any(message.Says)))
        {
            return message.SaysAny("progress") && !message.Says("my goal is");
        }

        var counted = message.SaysAny("how many walks", "how many minutes", "how many steps")
            && message.SaysAny("this week", "today", "this month", "so far", "in total");
        return counted || (Asking.Any(message.Says) && past) || Whole.Any(message.Says) || IsNamed(message);
    }

    // "my progress", "weekly summary", "show me my month": a noun of it, that is the person's own or asked for.
    private static bool IsNamed(Message message)
    {
        var named = message.Scan.Rest.Any(token => Nouns.Contains(token.Text) && token.Text != "overview")
            || message.SaysAny("my overview", "walk log", "walking log", "walk history", "walking history", "my log", "my history");
        var period = message.SaysAny("my week", "my month", "my day", "my year", "my walks", "my last week", "my weeks")
            || message.Words is "this week" or "this month";
        var mine = message.SaysAny("my", "me", "weekly", "monthly", "daily", "this week", "this month", "all time", "today", "so far",
            "last week");
        return (named && (mine || message.Scan.Rest.Length <= 2)) || period;
    }

    // Null where a number or a day was said that this cannot show.
    internal static Slots? Viewed(Message message)
    {
        var today = message.LocalNow.Date;
        switch (message.Scan.Pieces)
        {
            case [Piece.Date date] when date.On <= today:
                return new() { View = "day", Date = date.On == today ? null : date.On };
            case [Piece.Days { Weekly: false, Except: false, Of.Count: 1 } day]:
                return new() { View = "day", Date = today.PlusDays(1).Previous(day.Of[0]) };
            case [Piece.Rhythm { Count: 1 } rhythm] when message.Scan.WordsOf(rhythm) == "weekly":
                return new() { View = "week" };
            case [Piece.Rhythm rhythm] when message.Scan.WordsOf(rhythm) == "monthly":
                return new() { View = "month" };
            case [Piece.Days { Of.Count: 7 }]:
                return new() { View = "day" };
            case [Piece.Span { FromNow: false, WholeDays: var days } span] when message.Scan.FollowsA(span, "last", "past"):
                return days switch
                {
                    1 => new() { View = "day" },
                    7 => new() { View = "week" },
                    28 or 30 => new() { View = "month" },
                    _ => new() { View = "all" }
                };
            case { Length: > 0 }:
                return null;
        }

        var monday = today.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        var month = new LocalDate(today.Year, today.Month, 1);
        return message.SaysAny("last week", "previous week", "past week") ? new() { View = "week", Date = monday.PlusWeeks(-1) }
            : message.SaysAny("last month", "previous month", "past month") ? new() { View = "month", Date = month.PlusMonths(-1) }
            : message.SaysAny("week", "weekly") ? new() { View = "week" }
            : message.SaysAny("month", "monthly") ? new() { View = "month" }
            : message.SaysAny("my day", "daily") ? new() { View = "day" }
            : message.SaysAny("total", "in total", "overall", "altogether", "all time", "so far", "ever", "year", "since i started",
            "totals", "yearly")
                ? new() { View = "all" }
            : new();
    }
}
