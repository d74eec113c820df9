using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Races;

/// <summary>Buttons pressed twice, late, and after everything is gone.</summary>
public sealed class PressTests
{
    private static readonly Address There = Address.Of("webchat", null, "talk", "someone in talk", Scope.Personal);

    [Fact]
    public async Task Of_two_devices_the_first_answer_stands_and_the_second_is_told_of_it()
    {
        await using var world = await RaceWorld.OpenAsync();
        for (var round = 0; round < RaceWorld.Rounds / 4; round++)
        {
            var talk = "talk " + round;
            var nudge = await NudgedAsync(world, talk);
            var before = world.Channel.In(talk).Count;

            await RaceWorld.BothAsync(
                new Random(round), () => world.PressAsync(talk, Verbs.Walked, nudge), () => world.PressAsync(talk, Verbs.NotToday, nudge));

            var someone = Address.Of("webchat", null, talk, $"someone in {talk}", Scope.Personal);
            var facts = await world.Get<ITurns>().FindAsync(someone, CancellationToken.None);
            var answer = Assert.Single(facts!.Nudges30Days).Nudge!.Answer;
            var told = world.Channel.In(talk).Skip(before).Where(line => line.Begins && !line.IsCard).Select(line => line.Text!).ToList();
            Assert.NotNull(answer);
            Assert.Equal(answer == NudgeAnswer.Walked ? 1 : 0, facts.Last84Days.Sum(day => day.Walks));
            Assert.Single(told, text => text.Contains("answered", StringComparison.OrdinalIgnoreCase) || text.Contains("already", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_press_more_than_a_week_late_changes_nothing()
    {
        await using var world = await RaceWorld.OpenAsync();
        var nudge = await NudgedAsync(world, "talk");
        world.Clock.Advance(Duration.FromDays(8));

        await world.PressAsync("talk", Verbs.Walked, nudge);

        var facts = await world.Get<ITurns>().FindAsync(There, CancellationToken.None);
        Assert.Null(Assert.Single(facts!.Nudges30Days).Nudge!.Answer);
        Assert.Empty(facts.Last84Days);
    }

    [Theory]
    [InlineData(Verbs.Walked)]
    [InlineData(Verbs.NotToday)]
    [InlineData(Verbs.Snooze)]
    public async Task A_press_after_an_erasure_is_told_so_and_revives_nobody(string verb)
    {
        await using var world = await RaceWorld.OpenAsync();
        var nudge = await NudgedAsync(world, "talk");
        await world.SayAsync("talk", "delete my data");
        await world.SayAsync("talk", "yes");

        await world.PressAsync("talk", verb, nudge);
        world.Clock.Advance(Duration.FromHours(2));
        await world.TickAsync();

        Assert.StartsWith("That was deleted", world.Channel.In("talk")[^1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM outgoing)"));
    }

    private static async Task<string> NudgedAsync(RaceWorld world, string talk)
    {
        await world.SayAsync(talk, "remind me in 1 minute");
        world.Clock.Advance(Duration.FromMinutes(1));
        await world.TickAsync();
        return world.Channel.In(talk).Last(line => line.IsCard).Outgoing;
    }
}
