using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Nudging.Walks;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class WalkComposerTests
{
    private static readonly Tip Tip = new("calls", "Take one call on your feet.", "getting-started", "Getting Started");

    [Fact]
    public void A_nudge_asks_small_shows_the_week_gives_a_tip_and_says_why_it_came()
    {
        var walks = ImmutableArray.Create(new WalkDay(new LocalDate(2026, 11, 22), 30, 3), new WalkDay(Some.Monday, 20, 2));

        var send = Compose(Some.Nudge(), Some.Facts(walks: walks));

        var card = Assert.IsType<CardModel.Nudge>(send.Body.Card);
        Assert.Equal("10 minutes for your back?", card.Heading);
        Assert.Equal("2 of 5 walks this week.", card.Progress);
        Assert.Equal(Tip.Text, card.Tip);
        Assert.Equal("It goes with the section \"Getting Started\".", card.Source);
        Assert.Equal("You asked for this: on weekdays at 10:30 (Europe/Berlin time). Next: Tuesday 24 November at 10:30.", card.Footer);
        Assert.Equal("10-minute walk? 2 of 5 this week.", send.Body.Summary);
        Assert.Equal("10 minutes for your back? 2 of 5 walks this week. Take one call on your feet.", send.Body.Speak);
        Assert.Equal(
            string.Join('\n', card.Heading, card.Progress, card.Tip, card.Source, card.Footer), send.Body.Text);
        Assert.Equal(Urgency.Nudge, send.Body.Urgency);
        Assert.Equal((NudgeKind.Walk, "calls"), (send.As, send.Tip));
    }

    [Fact]
    public void A_week_without_a_walk_is_passed_over_in_silence()
    {
        var send = Compose(Some.Nudge(), Some.Facts());

        Assert.Null(((CardModel.Nudge)send.Body.Card!).Progress);
        Assert.Equal("10-minute walk?", send.Body.Summary);
    }

    [Theory]
    [InlineData(7, 5, "7 walks this week.")]
    [InlineData(1, 1, "1 walk this week.")]
    [InlineData(1, 5, "1 of 5 walks this week.")]
    public void Progress_reads_well(int walks, int goal, string words)
    {
        var person = Some.Person() with { Plan = Plan.Default with { WalksPerWeek = goal } };

        var send = Compose(Some.Nudge(), Some.Facts(person, [new WalkDay(Some.Monday, 10, walks)]));

        Assert.Equal(words, ((CardModel.Nudge)send.Body.Card!).Progress);
    }

    [Fact]
    public void Its_buttons_name_the_nudge_they_belong_to()
    {
        var nudge = Some.Nudge();

        var choices = Compose(nudge, Some.Facts()).Body.Choices;

        Assert.Equal(["I walked", "In 30 minutes", "Not today", "Why does this help?"], choices.Select(choice => choice.Title));
        Assert.Equal([Verbs.Walked, Verbs.Snooze, Verbs.NotToday, Verbs.Why], choices.Select(choice => choice.Verb));
        Assert.All(choices, choice => Assert.Equal(nudge.Id, choice.About));
        Assert.Equal("30", choices[1].Inputs["minutes"]);
        Assert.Equal("calls", choices[3].Inputs["tip"]);
    }

    [Fact]
    public void Without_any_tip_nobody_is_asked_why()
    {
        var composer = new WalkComposer(new FakePhrases(), new FakeTips(), Some.Zones, Options.Create(new NudgeOptions()));

        var send = Assert.IsType<Verdict.Send>(composer.Compose(Some.Nudge(), Some.Facts(), Some.At(10, 30)));

        Assert.Equal(3, send.Body.Choices.Length);
        Assert.Null(send.Tip);
    }

    public static TheoryData<Recurrence, string> Wishes => new()
    {
        { new Recurrence.After(Some.At(10, 30)), "You asked for this: once on Monday 23 November at 10:30 (Europe/Berlin time)." },
        { new Recurrence.Once(new LocalDateTime(2026, 11, 23, 10, 30)), "You asked for this: once on Monday 23 November at 10:30 (Europe/Berlin time)." },
        {
            Recurrence.Weekly.At([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], new LocalTime(9, 5), new LocalTime(14, 0)),
            "You asked for this: on weekends at 09:05 and 14:00 (Europe/Berlin time). Next: Saturday 28 November at 09:05."
        },
        {
            new Recurrence.Every(90, new LocalTime(9, 0), new LocalTime(17, 0), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]),
            "You asked for this: every 90 minutes from 09:00 to 17:00 (Europe/Berlin time). Next: Monday 23 November at 12:00."
        },
        {
            new Recurrence.Weekly(new Dictionary<IsoDayOfWeek, ImmutableArray<LocalTime>>
            {
                [IsoDayOfWeek.Monday] = [new LocalTime(8, 0)],
                [IsoDayOfWeek.Wednesday] = [new LocalTime(8, 0)],
                [IsoDayOfWeek.Friday] = [new LocalTime(14, 0)],
            }.ToImmutableSortedDictionary()),
            "You asked for this: on Mondays and Wednesdays at 08:00 and on Fridays at 14:00 (Europe/Berlin time). Next: Wednesday 25 November at 08:00."
        },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void The_footer_says_the_wish_in_words(Recurrence when, string footer)
    {
        var schedule = Some.ScheduleOf(when);

        var send = Compose(Some.Nudge(schedule: schedule), Some.Facts(Some.Person(schedule)));

        Assert.Equal(footer, ((CardModel.Nudge)send.Body.Card!).Footer);
    }

    [Fact]
    public void A_snoozed_nudge_says_that_it_was_asked_for_again()
    {
        var send = Compose(Some.Nudge(11, 0, again: 1), Some.Facts(), Some.At(11, 0));

        Assert.Equal("You asked to be reminded again. Next: Tuesday 24 November at 10:30.", ((CardModel.Nudge)send.Body.Card!).Footer);
    }

    private static Verdict.Send Compose(Outgoing nudge, PersonFacts facts, Instant? now = null) => Assert.IsType<Verdict.Send>(
        new WalkComposer(new FakePhrases(), new FakeTips(Tip), Some.Zones, Options.Create(new NudgeOptions()))
            .Compose(nudge, facts, now ?? Some.At(10, 30)));
}
