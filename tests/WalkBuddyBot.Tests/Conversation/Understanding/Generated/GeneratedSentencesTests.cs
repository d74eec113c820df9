using CsCheck;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Generated;

/// <summary>
/// A hundred thousand sentences out of fragments: each is read without an exception, and where the bot acts without asking, it acts on
/// every
/// number, day and time that was said. Twenty thousand of them unless <c>WALKBUDDY_FAULTS=full</c>.
/// </summary>
public sealed class GeneratedSentencesTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" ? 100_000 : 20_000;

    private static readonly HashSet<string> Acting =
    [
        Intents.SetReminder, Intents.ChangeTime, Intents.Pause, Intents.QuietHours, Intents.Snooze, Intents.Skip, Intents.LogWalk,
        Intents.Goal,
    ];

    private static readonly Gen<Fragment> One = Gen.Int[0, Fragments.All.Length - 1].Select(at => Fragments.All[at]);

    private static readonly Gen<string> Lead = Gen.Int[0, Fragments.Leads.Length - 1].Select(at => Fragments.Leads[at]);

    private static readonly Gen<string> Joint = Gen.Int[0, Fragments.Between.Length - 1].Select(at => Fragments.Between[at]);

    // "every day not weekends", "weekdays except friday": days that are named to leave them out.
    private static HashSet<IsoDayOfWeek> LeftOut(List<(Fragment, string Joint)> parts) =>
    [
        .. parts.Select(part => part.Item1.LeavesOut).OfType<IsoDayOfWeek>(),
        .. parts.Zip(parts.Skip(1)).Where((pair, at) => IsDenied(parts, at)).SelectMany(pair => pair.Second.Item1.Days),
    ];

    // "except friday and on sundays": what comes right after an exception is of it, too.
    private static bool IsDenied(List<(Fragment Fragment, string Joint)> parts, int at) =>
        parts[at].Joint is "not" or "but" || parts[at].Fragment.LeavesOut is not null
        || (at > 0 && parts[at].Fragment.Days.Length > 0 && IsDenied(parts, at - 1));

    private static bool IsUsedInPart(Fragment part, HashSet<IsoDayOfWeek> leftOut, Meaning meaning) =>
        part.Days.Any(leftOut.Contains) && !meaning.Slots.Days.IsEmpty | !meaning.Slots.PerDay.IsEmpty
        && part.Days.Where(day => !leftOut.Contains(day)).All(day => Fragments.Names(meaning, day));

    [Fact]
    public void Every_number_day_and_time_is_used_or_the_bot_asks()
    {
        var lost = new List<string>();
        Gen.Select(Lead, Gen.Select(One, Joint).List[1, 4]).Always(
            (lead, parts) =>
            {
                var text = lead + " " + string.Join(' ', parts.Select(part => $"{part.Item1.Words} {part.Item2}"));

                var meaning = Fixture.Understand(text);

                if (Acting.Contains(meaning.Label) && meaning is { Ask: null, Error: null })
                {
                    var leftOut = LeftOut(parts);
                    lost.AddRange(parts.Select(part => part.Item1).Where(part => !part.IsUsed(meaning) && !IsUsedInPart(part, leftOut,
                        meaning))
                        .Select(part => $"{text} -> {meaning.Label}: lost '{part}'"));
                }
            },
            Cases);

        Assert.True(lost.Count == 0, $"{lost.Count} lost:\n{string.Join('\n', lost.Take(100))}");
    }
}
