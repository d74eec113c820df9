using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.IntegrationTests.Weeks;

/// <summary>People with wishes of every kind, the same in each run. Their zones change their clocks in the week of the test, or do not.</summary>
internal sealed class RandomPeople(Instant now, int seed)
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/London", "Atlantic/Azores", "Asia/Beirut", "America/Nuuk", "Australia/Sydney", "Pacific/Auckland",
        "Australia/Lord_Howe", "Pacific/Chatham", "America/New_York", "Asia/Kolkata", "UTC",
    ];

    private static readonly IsoDayOfWeek[] Week = Enum.GetValues<IsoDayOfWeek>()[1..];

    private readonly Random _random = new(seed);

    /// <summary>A person and what else their first turn does.</summary>
    public (Heard Heard, TurnOutcome Outcome) Next(int number)
    {
        var web = Chance(0.3);
        var home = web
            ? Address.Of(Address.WebChat, tenant: null, $"talk-{number}", $"dl_{number}", Scope.Personal)
            : Address.Of("msteams", $"tenant-{number % 5}", $"talk-{number}", $"member-{number}", Scope.Personal);
        var heard = new Heard(
            $"first|{number}", home, "hello", Verb: null, About: null, ImmutableDictionary<string, string>.Empty, ZoneHint: null, "en");
        var zone = DateTimeZoneProviders.Tzdb[Zones[number % Zones.Length]];
        var first = Person.FirstHeard(heard);
        var person = first with
        {
            Zone = zone.Id,
            Standing = Standing(),
            Addresses = Chance(0.05) ? [home with { Open = false }] : first.Addresses,
            Plan = first.Plan with { MostPerDay = Chance(0.4) ? _random.Next(1, 4) : 6 },
            Fence = Chance(0.25) ? new Hours(At(6, 10), At(15, 21)) : null,
            Quiet = Chance(0.25) ? new Hours(At(20, 23), At(5, 9)) : null,
            Schedules = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(at => Schedule(number, at, zone))],
        };
        return (heard, new(person, [], Effects(person, number, zone), "test"));
    }

    private Standing Standing() => _random.Next(20) switch
    {
        0 => new Standing.Stopped(),
        1 or 2 or 3 => new Standing.Paused(now + Duration.FromMinutes(_random.Next(60, 6 * 24 * 60)), ByAlarm: Chance(0.3)),
        _ => new Standing.On(),
    };

    private Schedule Schedule(int person, int at, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        var kind = Chance(0.85) ? NudgeKind.Walk : NudgeKind.Tip;
        Recurrence when = _random.Next(10) switch
        {
            < 7 => Recurrence.Weekly.At(Days(), Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Time())),
            7 => new Recurrence.Every(_random.Next(2, 9) * 30, At(0, 12), At(12, 23), [.. Days()]),
            8 => new Recurrence.Once(local.Date.PlusDays(_random.Next(1, 7)).At(Time())),
            _ => new Recurrence.After(now + Duration.FromMinutes(_random.Next(1, 7 * 24) * 60)),
        };
        if (Chance(0.1))
        {
            when = when with { LeftOut = [local.Date.PlusDays(_random.Next(0, 7))] };
        }

        var done = when is Recurrence.Once or Recurrence.After ? LocalDateTime.MinIsoValue : local;
        return new(new ScheduleId(DerivedId.From("week", $"{person}", $"{at}")), kind, when, done);
    }

    private ImmutableArray<Effect> Effects(Person person, int number, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var effects = ImmutableArray.CreateBuilder<Effect>();
        if (Chance(0.2))
        {
            effects.AddRange(Enumerable.Range(0, 12).Select(at => new Effect.WalkLogged(
                new LoggedWalk(DerivedId.From("walk", $"{number}", $"{at}"), today.PlusDays(at % 2), 10, For: null))));
        }

        if (Chance(0.2))
        {
            var slot = new Slot(person.Schedules[0].Id, today.At(new LocalTime(0, 0)), Again: 1);
            effects.Add(new Effect.Snoozed(slot, person.Schedules[0].Kind, now + Duration.FromMinutes(30), Duration.FromHours(1)));
            if (Chance(0.5))
            {
                effects.Add(new Effect.NudgeAnswered(slot.OutgoingId, NudgeAnswer.NotToday));
            }
        }

        return effects.ToImmutable();
    }

    private IEnumerable<IsoDayOfWeek> Days() =>
        Chance(0.5) ? Week : Week.Where((day, place) => place == _random.Next(7) || Chance(0.5)).DefaultIfEmpty(IsoDayOfWeek.Sunday).ToList();

    // A quarter of an hour, so that many fall together; some a few minutes beside it; many in the night, when clocks change.
    private LocalTime Time() => At(0, Chance(0.3) ? 4 : 24).PlusMinutes((_random.Next(2) * 30) + (Chance(0.15) ? 3 : 0));

    private LocalTime At(int fromHour, int beforeHour) => new(_random.Next(fromHour, beforeHour), 0);

    private bool Chance(double chance) => _random.NextDouble() < chance;
}
