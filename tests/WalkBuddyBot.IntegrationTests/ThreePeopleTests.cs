using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;
using WalkBuddyBot.IntegrationTests.Talks;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>A day of three people in three zones, over the nights the clocks change.</summary>
public sealed class ThreePeopleTests
{
    [Fact]
    public async Task Each_is_reminded_at_their_own_minute_once_over_the_change_of_the_clocks()
    {
        // Saturday 24 October 2026, 06:00 UTC. That night Berlin's clocks go back; Lord Howe's and New York's do not.
        await using var app = new WalkBuddyApp(Instant.FromUtc(2026, 10, 24, 6, 0));
        await using var berlin = await Visitor.OpenAsync(app, "Europe/Berlin");
        await using var newYork = await Visitor.OpenAsync(app, "America/New_York");
        await using var lordHowe = await Visitor.OpenAsync(app, "Australia/Lord_Howe");
        await berlin.SayAsync("remind me every day at 2:30am");
        await newYork.SayAsync("remind me every day at 10:30am");
        await lordHowe.SayAsync("remind me every day at 8:15am");

        await app.RunUntilAsync(Instant.FromUtc(2026, 10, 25, 23, 0));

        // Berlin: 02:30 comes twice on the 25th and rings the first time only, 00:30 UTC.
        Assert.Equal(["2026-10-25 00:30"], await NudgesAsync(app, berlin));
        Assert.Equal(["2026-10-24 14:30", "2026-10-25 14:30"], await NudgesAsync(app, newYork));
        Assert.Equal(["2026-10-24 21:15", "2026-10-25 21:15"], await NudgesAsync(app, lordHowe));
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_rings_at_the_first_moment_after()
    {
        // The night before Berlin's clocks go forward: 02:30 does not exist on 29 March 2026, 03:00 is 01:00 UTC.
        await using var app = new WalkBuddyApp(Instant.FromUtc(2026, 3, 28, 20, 0));
        await using var berlin = await Visitor.OpenAsync(app, "Europe/Berlin");
        await berlin.SayAsync("remind me every day at 2:30am");

        await app.RunUntilAsync(Instant.FromUtc(2026, 3, 30, 6, 0));

        Assert.Equal(["2026-03-29 01:00", "2026-03-30 00:30"], await NudgesAsync(app, berlin));
    }

    // From the ledger: on the page a card folds when the next one comes.
    private static async Task<string[]> NudgesAsync(WalkBuddyApp app, Visitor visitor) =>
        (await new TalkState(app, visitor, DateTimeZone.Utc).SentAsync(Instant.MinValue)).Replace(" walk", "", StringComparison.Ordinal).Split(", ");
}
