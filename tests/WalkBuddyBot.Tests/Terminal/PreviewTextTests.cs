using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Terminal.Preview;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Terminal;

/// <summary>What an operator reads, whole.</summary>
public sealed class PreviewTextTests
{
    private static readonly DateTimeZone Berlin = Some.Zones["Europe/Berlin"];
    private static readonly PersonId Ada = new(Guid.Parse("1f3a9c2e-0000-8000-8000-000000000001"));

    [Fact]
    public async Task One_persons_week_is_told_on_their_clock()
    {
        var frame = new PreviewFrame(Utc(3, 28, 9), Utc(3, 30, 9), Berlin, Whose.OnePerson, PerSecond: 25, HeldSince: null);

        var told = await ToldAsync(
            frame,
            most: 10,
            Nudge(Utc(3, 29, 1), "every day at 02:30") with { Slot = Slot(29, 2, 30), Clocks = ClockMark.Skipped },
            Nudge(Utc(3, 29, 1) + Duration.FromMinutes(3), "every day at 03:03") with { Gate = DropReasons.Twin },
            Nudge(Utc(3, 30, 8) + Duration.FromSeconds(17), "every hour from 10:00 to 12:00") with { Kind = NudgeKind.Tip });

        Assert.Equal(
            """
            Sat 28 Mar 2026 10:00 to Mon 30 Mar 2026 11:00. On the clock of Europe/Berlin.

            Sun 29 Mar 03:00  walk  goes out, every day at 02:30; that day the clocks skip
                                    02:30, so it comes at 03:00
            Sun 29 Mar 03:03  walk  not sent (twin: another of its kind comes within five
                                    minutes), every day at 03:03
            Mon 30 Mar 10:00:17  tip   goes out, every hour from 10:00 to 12:00

            3 reminders. Nothing was sent and nothing was written.
                    2  goes out  walk 1, tip 1
                    1  not sent  twin: another of its kind comes within five minutes

            """,
            told);
    }

    [Fact]
    public async Task Everyones_day_ends_with_totals_and_with_what_the_pace_makes_of_it()
    {
        var frame = new PreviewFrame(Utc(10, 25, 0), Utc(10, 26, 0), DateTimeZone.Utc, Whose.Everyone, PerSecond: 25, Utc(10, 24, 9));
        var crowd = Enumerable.Range(0, 10_000).Select(_ => Nudge(Utc(10, 25, 9), "every day at 10:00"));
        var first = Nudge(Utc(10, 25, 0) + Duration.FromMinutes(30), "every day at 02:30") with
        {
            Slot = Slot(25, 2, 30, month: 10),
            Clocks = ClockMark.FirstOfTwo,
        };

        var told = await ToldAsync(frame, most: 2, [.. crowd, first, first with { Gate = "alarm", Planned = false }]);

        Assert.Equal(
            """
            Sun 25 Oct 2026 00:00 to Mon 26 Oct 2026 00:00. Times of UTC.

            Sun 25 Oct 00:30  1f3a9c2e  walk  goes out, Sun 02:30 in Europe/Berlin
                                              every day at 02:30; that day 02:30 comes
                                              twice, and this is the first
            Sun 25 Oct 00:30  1f3a9c2e  walk  not sent (paused: a pause is on), Sun 02:30 in
                                              Europe/Berlin
                                              every day at 02:30; that day 02:30 comes
                                              twice, and this is the first
            ... and 10,000 later ones. --lines shows more, --json all of them.

            10,002 reminders of 1 person. Nothing was sent and nothing was written.
               10,001  goes out  walk 10,001
                    1  not sent  paused: a pause is on

            The pace is 25 a second for each tenant.
              contoso: at most 10,000 due in one second, Sun 25 Oct 09:00:00. The longest
                queue has 10,000 from Sun 25 Oct 09:00:00 on; its last goes out at 09:06:39
                and waits 400 s.

            Reminders are held since 2026-10-24T09:00:00Z: until 'nudges release' none goes out.

            """,
            told);
    }

    [Fact]
    public async Task Where_nothing_lies_ahead_that_is_said()
    {
        var frame = new PreviewFrame(Utc(10, 25, 0), Utc(10, 26, 0), DateTimeZone.Utc, Whose.Everyone, PerSecond: 25, HeldSince: null);

        var told = await ToldAsync(frame, most: 10);

        Assert.Contains("0 reminders of 0 people.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("pace", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_that_a_gate_gives_has_words()
    {
        var reasons = typeof(DropReasons).GetFields().Select(field => (string)field.GetValue(null)!);

        Assert.All(reasons.Concat(["paused", "stopped", "leaving", "alarm"]), reason => Assert.Contains(": ", GateWords.Say(reason), StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_pause_follows_from_a_safety_reply_is_nobodys_to_read() => Assert.Equal(GateWords.Say("paused"), GateWords.Say("alarm"));

    private static async Task<string> ToldAsync(PreviewFrame frame, int most, params PreviewedNudge[] nudges)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var text = new PreviewText(output, frame, most);
        var tally = new PreviewTally(frame.PerSecond);

        tally.Add(nudges);
        await text.TakeAsync(nudges);
        await text.EndAsync(tally.Load());

        return output.ToString();
    }

    private static PreviewedNudge Nudge(Instant due, string rule) => new(
        Ada, "contoso", default, NudgeKind.Walk, due, Berlin, rule, ClockMark.None, Gate: null, Planned: true, Duration.FromHours(1));

    private static Slot Slot(int day, int hour, int minute, int month = 3) => new(default, new LocalDateTime(2026, month, day, hour, minute), 0);

    private static Instant Utc(int month, int day, int hour) => Instant.FromUtc(2026, month, day, hour, 0);
}
