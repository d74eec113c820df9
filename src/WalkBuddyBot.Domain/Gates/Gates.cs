using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>All gates, in the order they are asked: the first that objects names the reason.</summary>
public static class Gates
{
    /// <summary>The list.</summary>
    /// <param name="zones">Zone data: "today" is the person's own date.</param>
    /// <param name="unseen">How long nobody need have opened the web chat's page.</param>
    public static ImmutableArray<IGate> All(IDateTimeZoneProvider zones, Duration unseen) =>
    [
        new StandingGate(),
        new AddressGate(),
        new RemovedGate(),
        new AwayGate(unseen),
        new LateGate(),
        new NotTodayGate(zones),
        new WalkedGate(zones),
        new HoursGate(zones),
        new TwinGate(),
        new CeilingGate(zones),
    ];

    /// <summary>Those that follow from what a person said and set, whatever becomes of the message on its way.</summary>
    /// <param name="zones">Zone data.</param>
    public static ImmutableArray<IGate> OfPerson(IDateTimeZoneProvider zones) =>
    [
        new StandingGate(), new AddressGate(), new NotTodayGate(zones), new WalkedGate(zones), new HoursGate(zones), new TwinGate(),
        new CeilingGate(zones),
    ];

    /// <summary>The first objection, or null when all let it pass.</summary>
    public static Verdict? Ask(this ImmutableArray<IGate> gates, PersonFacts facts, Outgoing nudge, Instant now)
    {
        foreach (var gate in gates)
        {
            if (gate.Ask(facts, nudge, now) is { } verdict)
            {
                return verdict;
            }
        }

        return null;
    }
}
