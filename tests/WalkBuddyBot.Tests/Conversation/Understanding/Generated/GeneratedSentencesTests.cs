using CsCheck;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Generated;

/// <summary>
/// A hundred thousand sentences out of fragments: each is read without an exception, and where the bot acts without asking, it acts on every
/// number, day and time that was said.
/// </summary>
public sealed class GeneratedSentencesTests
{
    private const int Cases = 100_000;

    private static readonly HashSet<string> Acting =
    [
        Intents.SetReminder, Intents.ChangeTime, Intents.Pause, Intents.QuietHours, Intents.Snooze, Intents.Skip, Intents.LogWalk, Intents.Goal,
    ];

    private static readonly Gen<Fragment> One = Gen.Int[0, Fragments.All.Length - 1].Select(at => Fragments.All[at]);

    private static readonly Gen<string> Lead = Gen.Int[0, Fragments.Leads.Length - 1].Select(at => Fragments.Leads[at]);

    private static readonly Gen<string> Joint = Gen.Int[0, Fragments.Between.Length - 1].Select(at => Fragments.Between[at]);

    // "every day not weekends": days that are named to leave them out.
    private static bool IsLeftOut(Fragment days, Meaning meaning) =>
        days.Days.Length > 0 && !meaning.Slots.Days.IsEmpty && !meaning.Slots.Days.Any(days.Days.Contains);

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
                    lost.AddRange(parts.Where((part, at) => !part.Item1.IsUsed(meaning) && !(at > 0 && parts[at - 1].Item2 is "not" or "but" && IsLeftOut(part.Item1, meaning)))
                        .Select(part => $"{text} -> {meaning.Label}: lost '{part.Item1}'"));
                }
            },
            Cases);

        Assert.True(lost.Count == 0, $"{lost.Count} lost:\n{string.Join('\n', lost.Take(100))}");
    }
}
