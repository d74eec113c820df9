using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Races;

/// <summary>
/// Whatever is said, pressed or waited for, and in whatever order: no reminder comes while somebody is paused, has stopped, blocked the bot or
/// was forgotten, none outside their hours, none over the most of a day, none too early or too late, and none twice.
/// </summary>
public sealed class SilenceLawTests
{
    private static readonly int Deeds = Environment.GetEnvironmentVariable("WALKBUDDY_FAULTS") == "full" ? 20_000 : 900;
    private static readonly Duration TipGrace = Duration.FromHours(6);
    private static readonly Duration WalkGrace = Duration.FromHours(1);

    private readonly HashSet<string> _came = [];
    private readonly HashSet<string> _gone = [];
    private readonly Queue<string> _lately = new();

    [Fact]
    public async Task Nothing_comes_that_was_not_to_come()
    {
        await using var world = await RaceWorld.OpenAsync();
        var deeds = new List<(int, Deed)>();
        Deed.Any.Always(deeds.Add, Deeds);

        foreach (var (person, deed) in deeds)
        {
            var talk = $"talk {person}";
            _lately.Enqueue($"{world.Clock.GetCurrentInstant()} {talk}: {deed}");
            while (_lately.Count > 25)
            {
                _lately.Dequeue();
            }

            await DoAsync(world, talk, deed);
        }

        // Else nothing was tried.
        Assert.True(_came.Count > Deeds / 6, $"Only {_came.Count} reminders came.");
    }

    private async Task DoAsync(RaceWorld world, string talk, Deed deed)
    {
        switch (deed)
        {
            case Deed.Says(var words):
                _gone.Remove(talk);
                await world.SayAsync(talk, words);
                break;
            case Deed.Presses(var verb) when world.Channel.In(talk).LastOrDefault(line => _came.Contains(line.Outgoing)) is { } newest:
                _gone.Remove(talk);
                await world.PressAsync(talk, verb, newest.Outgoing);
                break;
            case Deed.Waits(var beats, var minutes):
                for (var beat = 0; beat < beats; beat++)
                {
                    world.Clock.AdvanceMinutes(minutes);
                    await BeatAsync(world);
                }

                break;
            case Deed.Blocks(var on):
                world.Channel.Block(talk, on);
                break;
        }
    }

    private async Task BeatAsync(RaceWorld world)
    {
        var before = world.Channel.Count;
        await world.TickAsync();
        foreach (var line in world.Channel.Since(before).Where(line => line is { IsCard: true, Begins: true }))
        {
            var someone = Address.Of(Address.WebChat, null, line.Conversation, $"someone in {line.Conversation}", Scope.Personal);
            var facts = await world.Get<ITurns>().FindAsync(someone, CancellationToken.None);
            Judge(world, line, facts, world.Clock.GetCurrentInstant());
        }
    }

    // The rules once more, in other words than the gates'.
    private void Judge(RaceWorld world, WrittenDown.Line line, PersonFacts? facts, Instant now)
    {
        Lawful(facts is not null, line, "to somebody who was forgotten");
        if (facts!.Nudges30Days.FirstOrDefault(row => Named(row) == line.Outgoing) is not { } row)
        {
            return;
        }

        var person = facts.Person;
        var zone = DateTimeZoneProviders.Tzdb[person.Zone!];
        var local = now.InZone(zone).LocalDateTime;
        var grace = row.Nudge!.Kind == NudgeKind.Tip ? TipGrace : WalkGrace;
        var sameDay = facts.Nudges30Days.Count(other => _came.Contains(Named(other)) && other.NotBefore.InZone(zone).Date == local.Date);
        Lawful(person.Standing is Standing.On || (person.Standing is Standing.Paused held && held.Until <= now), line, $"while {person.Standing}");
        Lawful(!_gone.Contains(line.Conversation), line, "to somebody who blocked the bot");
        Lawful(IsWithin(person.Fence, local, lastMinute: true) ?? true, line, $"at {local} outside {person.Fence}");
        Lawful(!(IsWithin(person.Quiet, local, lastMinute: false) ?? false), line, $"at {local} within {person.Quiet}");
        Lawful(row.NotBefore <= now && now <= row.NotBefore + grace, line, $"at {now}, due {row.NotBefore}");
        Lawful(sameDay < 6 || row.NotBefore.InZone(zone).Date != local.Date, line, $"as one more than six of {local.Date}");
        Lawful(_came.Add(line.Outgoing), line, "twice");
        if (world.Channel.IsBlocked(line.Conversation))
        {
            _gone.Add(line.Conversation);
        }
    }

    private static string Named(Outgoing row) => row.Id.Value.ToString("N");

    // Minute by minute round the clock from the first, until the last is passed.
    private static bool? IsWithin(Hours? hours, LocalDateTime at, bool lastMinute)
    {
        if (hours is null)
        {
            return null;
        }

        var minute = new LocalTime(at.Hour, at.Minute);
        for (var inside = hours.From; inside != hours.To; inside = inside.PlusMinutes(1))
        {
            if (inside == minute)
            {
                return true;
            }
        }

        return lastMinute && minute == hours.To;
    }

    private void Lawful(bool holds, WrittenDown.Line line, string what) =>
        Assert.True(holds, $"A reminder came {what}: {line}\n{string.Join('\n', _lately)}");
}
