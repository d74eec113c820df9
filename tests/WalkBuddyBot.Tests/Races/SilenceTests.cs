using NodaTime;
using WalkBuddyBot.Storage.Keeping;

namespace WalkBuddyBot.Tests.Races;

/// <summary>A nudge is on its way while its person says "stop", or wants to be forgotten: nothing begins after the confirmation.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task Nothing_begins_after_stop_is_confirmed()
    {
        await using var world = await RaceWorld.OpenAsync();
        var begun = 0;
        for (var round = 0; round < RaceWorld.Rounds; round++)
        {
            var talk = await DueAsync(world, round);

            await RaceWorld.BothAsync(new Random(round), world.TickAsync, () => world.SayAsync(talk, "stop"));
            await world.TickAsync();

            begun += NothingAfter(world, talk, "no more reminders", round);
            Assert.Equal(0, await world.CountAsync("SELECT count(*) FROM outgoing WHERE state IN ('Waiting', 'Leased', 'Sending')"));
        }

        // Else the two never met, and nothing was tried.
        Assert.InRange(begun, 1, RaceWorld.Rounds - 1);
    }

    [Fact]
    public async Task Nothing_begins_after_an_erasure_is_confirmed_and_nothing_is_left()
    {
        await using var world = await RaceWorld.OpenAsync();
        var begun = 0;
        for (var round = 0; round < RaceWorld.Rounds; round++)
        {
            var talk = await DueAsync(world, round);
            await world.SayAsync(talk, "delete my data");

            await RaceWorld.BothAsync(new Random(round), world.TickAsync, () => world.SayAsync(talk, "yes"));
            await world.TickAsync();

            begun += NothingAfter(world, talk, "I have deleted everything", round);
            Assert.Equal(0, await LeftAsync(world));
        }

        world.Clock.Advance(Duration.FromDays(1));
        await world.TickAsync();
        await world.Get<Retention>().RunAsync(CancellationToken.None);

        Assert.InRange(begun, 1, RaceWorld.Rounds - 1);
        Assert.Equal(0, await LeftAsync(world));
    }

    private static async Task<string> DueAsync(RaceWorld world, int round)
    {
        var talk = "talk " + round;
        await world.SayAsync(talk, "remind me in 1 minute");
        world.Clock.Advance(Duration.FromMinutes(1));
        return talk;
    }

    /// <summary>Whether the nudge went out; that it did not begin later, nor was unfinished and not admitted, is asserted.</summary>
    private static int NothingAfter(RaceWorld world, string talk, string confirmation, int round)
    {
        var lines = world.Channel.In(talk).ToList();
        var confirmed = lines.FindIndex(line => line.Begins && line.Text?.Contains(confirmation, StringComparison.OrdinalIgnoreCase) is true);
        Assert.True(confirmed >= 0, $"Round {round} was not confirmed: {string.Join(" / ", lines)}");
        var nudges = lines.Select((line, at) => (line, at)).Where(found => found.line.IsCard).ToList();
        Assert.True(nudges.TrueForAll(found => found.at < confirmed), $"In round {round} a nudge came after: {string.Join(" / ", lines)}");
        return nudges.Count > 0 ? 1 : 0;
    }

    private static Task<long> LeftAsync(RaceWorld world) => world.CountAsync(
        """
        SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM address) + (SELECT count(*) FROM schedule) + (SELECT count(*) FROM walk)
            + (SELECT count(*) FROM outgoing) + (SELECT count(*) FROM reference)
            + (SELECT count(*) FROM inbox WHERE key NOT LIKE '-%' OR answer IS NOT NULL OR payload IS NOT NULL)
        """);
}
