using System.Collections.Immutable;
using System.Globalization;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>How the learnt part alone judges examples that were kept from it.</summary>
/// <param name="HeldOut">The examples.</param>
/// <param name="SuspectAt">From which score on there is an alarm.</param>
internal sealed record DangerFigures(ImmutableArray<HeldOutDanger> HeldOut, double SuspectAt)
{
    /// <summary>One line for a person who trains.</summary>
    public string Say() => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {HeldOut.Length} messages kept from training, without the rules: emergencies and crises missed "
        + $"{Missed(one => one.Example.Danger is { Level: > SafetyLevel.SameDay }):f1} %, same-day signs missed "
        + $"{Missed(one => one.Example.Danger is { Level: SafetyLevel.SameDay }):f1} %; alarms at look-alikes "
        + $"{Alarms(one => one.Example.LookAlike):f1} %, at ordinary talk {Alarms(one => one.Example is { Danger: null, LookAlike: false }):f2} %.");

    private double Missed(Func<HeldOutDanger, bool> which) => Share(HeldOut.Where(which), one => one.Score < SuspectAt);

    private double Alarms(Func<HeldOutDanger, bool> which) => Share(HeldOut.Where(which), one => one.Score >= SuspectAt);

    private static double Share(IEnumerable<HeldOutDanger> some, Func<HeldOutDanger, bool> which) =>
        some.Select(one => which(one) ? 100.0 : 0).DefaultIfEmpty(0).Average();
}
