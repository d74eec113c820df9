using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// Days of the week: lists, ranges, groups, and what is left out: "mon wed fri", "monday to friday", "weekdays", "except friday".
/// </summary>
internal sealed class Days : IRecogniser
{
    private static readonly ImmutableSortedSet<IsoDayOfWeek> Working = [.. Range(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday)];
    private static readonly ImmutableSortedSet<IsoDayOfWeek> Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
    private static readonly ImmutableSortedSet<IsoDayOfWeek> All = [.. Working, .. Weekend];

    public Piece? At(Reader reader, int at)
    {
        var except = Except(reader, at);
        if (List(reader, at + except) is not { } list)
        {
            return null;
        }

        return new Piece.Days(at, except + list.Length, list.Of, list.Weekly, except > 0);
    }

    private static int Except(Reader reader, int at)
    {
        var words = reader.Is(at, "except", "excluding", "without", "minus", "save", "bar", "barring") ? 1
            : new[] { reader.Follows(at, "but", "not"), reader.Follows(at, "apart", "from"), reader.Follows(at, "other", "than") }.Max();
        words = words > 0 ? words : at > 0 && reader.Is(at, "not") ? 1 : at > 0 && reader.Is(at, "but") && !reader.Is(at + 1, "on",
            "for") ? 1 : 0;
        return words > 0 && reader.Is(at + words, "for", "on", "the") ? words + 1 : words;
    }

    private static (ImmutableSortedSet<IsoDayOfWeek> Of, bool Weekly, int Length)? List(Reader reader, int at)
    {
        if (One(reader, at) is not { } first)
        {
            return null;
        }

        var (of, weekly, end) = (first.Of, first.Weekly, at + first.Length);
        for (var more = Joint(reader, end); One(reader, more) is { } next; more = Joint(reader, end))
        {
            // One day alone can be a date; two are a rhythm.
            (of, weekly, end) = (of.Union(next.Of), true, more + next.Length);
        }

        return (of, weekly, end - at);
    }

    private static int Joint(Reader reader, int at)
    {
        at += reader[at].IsMark(',') || reader[at].IsMark('/') || reader[at].IsMark('&') || reader[at].IsMark('+') ? 1 : 0;
        at += reader.Is(at, "and", "or", "plus", "n") ? 1 : 0;
        return at + (reader.Is(at, "on") && DayNames.Find(reader.Text(at + 1)) is not null ? 1 : 0);
    }

    private static (ImmutableSortedSet<IsoDayOfWeek> Of, bool Weekly, int Length)? One(Reader reader, int at)
    {
        var named = at + (reader.Is(at, "every", "each", "all", "on", "from") ? 1 : 0);
        var each = named > at && !reader.Is(at, "on", "from");
        named += each && reader.Is(named, "single") ? 1 : 0;
        if (Group(reader, named, each) is { } group)
        {
            return (group.Of, true, named + group.Length + OfTheWeek(reader, named + group.Length) - at);
        }

        if (DayNames.Find(reader.Text(named)) is not { } first)
        {
            return null;
        }

        var joint = named + 1;
        if ((reader[joint].IsMark('-') || reader.Is(joint, "to", "through", "thru", "till", "until"))
            && DayNames.Find(reader.Text(joint + 1)) is { } last)
        {
            // "sunday - monday to thursday" is a day and a range.
            var further = reader[joint + 2].IsMark('-') || reader.Is(joint + 2, "to", "through", "thru", "till", "until");
            return further && DayNames.Find(reader.Text(joint + 3)) is not null
                ? ([first], each || DayNames.IsPlural(reader.Text(named)), joint - at) : ([.. Range(first, last)], true, joint + 2 - at);
        }

        // "from monday" alone begins something that these slots cannot hold.
        if (reader.Is(at, "from"))
        {
            return null;
        }

        // "saturday mornings" are those of every week.
        var many = DayNames.IsPlural(reader.Text(named)) || reader.Is(joint, "mornings", "afternoons", "evenings", "nights");
        return ([first], each || many, joint - at);
    }

    private static (ImmutableSortedSet<IsoDayOfWeek> Of, int Length)? Group(Reader reader, int at, bool each)
    {
        switch (reader.Text(at))
        {
            case "weekdays" or "weekday" or "workdays" or "workday":
                return (Working, 1);
            case "working" or "work" or "week" or "business" when reader.Is(at + 1, "days", "day"):
                return (Working, 2);
            case "mwf":
                return ([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday], 1);
            case "m" when reader[at + 1].IsMark('/') && reader.Is(at + 2, "w") && reader[at + 3].IsMark('/') && reader.Is(at + 4, "f"):
                return ([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday], 5);
            case "weekends":
                return (Weekend, 1);
            case "weekend" when each || reader.Is(at + 1, "walk", "walks", "reminder", "reminders", "nudge", "nudges")
                || (reader.Is(at - 1, "the") && reader.Is(at - 2, "at", "on", "for", "over", "during", "except", "not", "but",
                "excluding")):
                return (Weekend, 1);
            case "daily" or "everyday":
                return (All, 1);
            case "week" when reader.Is(at - 1, "all") && reader.Is(at + 1, "except", "apart", "but", "excluding"):
                return (All, 1);
            case "day" when reader.Is(at - 1, "all"):
                return null;
            case "day" when reader.Is(at - 1, "any") && reader.Is(at + 1, "except", "save", "but", "apart", "bar"):
                return (All, 1);
            case "day" or "days" when each:
                return (All, 1);
            case "7" or "seven" when reader.Follows(at + 1, "days", "a", "week") > 0:
                return (All, 4);
            default:
                return null;
        }
    }

    // "every day of the week"
    private static int OfTheWeek(Reader reader, int at) => reader.Follows(at, "of", "the", "week");

    private static IEnumerable<IsoDayOfWeek> Range(IsoDayOfWeek first, IsoDayOfWeek last)
    {
        for (var day = first; ; day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1)
        {
            yield return day;
            if (day == last)
            {
                yield break;
            }
        }
    }
}
