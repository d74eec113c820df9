using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests.Talks;

/// <summary>What the memory holds of a visitor, as one line, read from the database of the running service.</summary>
public sealed class TalkState(WalkBuddyApp app, Visitor visitor, DateTimeZone zone)
{
    private const string Nobody = "nobody";

    /// <summary>Standing, zone where it is another than the page's, reminders, hours, goal, and what was walked.</summary>
    public async Task<string> KeptAsync()
    {
        if (await FactsAsync() is not { } facts)
        {
            return Nobody;
        }

        var person = facts.Person;
        var parts = new List<string> { Standing(person) };
        if (person.Zone != zone.Id)
        {
            parts.Add(person.Zone ?? "no zone");
        }

        var now = app.Now;
        parts.AddRange(person.Schedules.Where(schedule => IsAlive(schedule, now)).Select(Wish));
        AddIf(parts, person.Fence is not null, $"only {Span(person.Fence)}");
        AddIf(parts, person.Quiet is not null, $"quiet {Span(person.Quiet)}");
        AddIf(parts, person.Plan != Plan.Default, Goal(person.Plan));
        var walks = facts.Last84Days.Sum(day => day.Walks);
        AddIf(parts, walks > 0, $"walked {facts.Last84Days.Sum(day => day.Minutes)} min in {walks}");
        return string.Join(" | ", parts);
    }

    /// <summary>The next three moments at which something will be sent, local to the page.</summary>
    public async Task<string> NextAsync()
    {
        if (await FactsAsync() is not { } facts || facts.Person.Standing.Holds(app.Now) is "stopped")
        {
            return "none";
        }

        var waiting = facts.Nudges30Days.Where(row => row.State is OutgoingState.Waiting or OutgoingState.Leased).Select(row => row.NotBefore);
        var planned = Planning.Upcoming(facts.Person, app.Services.GetRequiredService<IDateTimeZoneProvider>(), app.Now, 3)
            .Select(slot => slot.Due);
        var next = waiting.Concat(planned).Order().Take(3).Select(due => TalkScript.Write(due.InZone(zone).LocalDateTime)).ToList();
        return next.Count == 0 ? "none" : string.Join(", ", next);
    }

    /// <summary>What was sent to the page of itself since an instant: local time and kind.</summary>
    public async Task<string> SentAsync(Instant since)
    {
        if (await FactsAsync() is not { } facts)
        {
            return "nothing";
        }

        var words = facts.Nudges30Days.Where(row => row.State == OutgoingState.Sent && row.NotBefore > since).OrderBy(row => row.NotBefore)
            .Select(row => $"{TalkScript.Write(AskedFor(facts, row))} {row.Nudge!.Kind}").ToList();
        return words.Count == 0 ? "nothing" : string.Join(", ", words);
    }

    // A rhythm has its place some seconds after the time that was asked for.
    private LocalDateTime AskedFor(PersonFacts facts, Outgoing row) =>
        row.Nudge is { Slot: { Again: 0 } slot } nudge && facts.ScheduleOf(nudge)?.When is Recurrence.Every
            ? slot.At : row.NotBefore.InZone(zone).LocalDateTime;

    private async Task<PersonFacts?> FactsAsync()
    {
        var me = visitor.Page.Select(activity => activity["from"]).FirstOrDefault(from => (string?)from?["role"] == "user")?["id"];
        return me is null
            ? null
            : await app.Services.GetRequiredService<ITurns>().FindAsync(
                Address.Of(Address.WebChat, null, visitor.Conversation, (string)me!, Scope.Personal), CancellationToken.None);
    }

    private string Standing(Person person) => person.Standing switch
    {
        Domain.Standing.Paused { ByAlarm: true } held when app.Now < held.Until => $"alarm until {Local(held.Until)}",
        Domain.Standing.Paused held when app.Now < held.Until => $"paused until {Local(held.Until)}",
        Domain.Standing.Stopped => "stopped",
        Domain.Standing.Leaving => "leaving",
        _ => "on",
    };

    private string Local(Instant instant) => TalkScript.Write(instant.InZone(zone).LocalDateTime);

    private string Wish(Schedule schedule) =>
        (schedule.Kind == NudgeKind.Walk ? "" : $"{schedule.Kind} ") + SpokenWish.Of(schedule.When, zone);

    private bool IsAlive(Schedule schedule, Instant now) => schedule.When switch
    {
        Recurrence.Once once => once.At.InZoneLeniently(zone).ToInstant() > now,
        Recurrence.After after => after.At > now,
        _ => true,
    };

    private static string Goal(Plan plan) => plan switch
    {
        { MinutesPerWeek: { } minutes } => $"goal {minutes} min",
        { WalksPerWeek: 0 } => "no goal",
        _ => $"goal {plan.WalksPerWeek} walks",
    };

    private static string Span(Hours? hours) =>
        hours is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm}-{hours.To:HH:mm}");

    private static void AddIf(List<string> parts, bool holds, string part)
    {
        if (holds)
        {
            parts.Add(part);
        }
    }
}
