using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Tips;

/// <summary>
/// Which tip a person gets next: shuffled for each person, each tip once before any comes again within 30 days, never the same section
/// twice running. It remembers nothing of its own: the ledger says what was shown, and the shuffle follows from ids.
/// </summary>
internal static class TipRotation
{
    private const string SeeADoctor = "see-a-doctor";

    /// <summary>Of so many tips in a row at most one says to see a doctor.</summary>
    private const int DoctorEvery = 20;

    private static readonly Duration Memory = Duration.FromDays(30);

    /// <summary>The next tip; null when the bank is empty.</summary>
    public static Tip? Next(ImmutableArray<Tip> bank, PersonFacts facts, Instant now)
    {
        var shown = Shown(facts, now);
        var byId = bank.ToDictionary(tip => tip.Id, StringComparer.Ordinal);
        var lately = shown.Select(byId.GetValueOrDefault).OfType<Tip>().ToList();
        var times = shown.CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        var cycle = Cycle(now);

        // The section comes before the memory: a tip twice in 30 days is dull, the same section twice running looks broken.
        return bank
            .OrderBy(tip => MayNameADoctor(tip, shown, lately) ? 0 : 1)
            .ThenBy(tip => lately.Count > 0 && lately[^1].Section == tip.Section ? 1 : 0)
            .ThenBy(tip => times.GetValueOrDefault(tip.Id))
            .ThenBy(tip => DerivedId.From("tip", facts.Person.Id.Value.ToString("N"), tip.Id, cycle))
            .FirstOrDefault();
    }

    private static List<string> Shown(PersonFacts facts, Instant now) =>
    [
        .. facts.Nudges30Days
            .Where(row => row.Nudge?.Tip is not null && row.MayHaveBeenSeen() && row.NotBefore > now - Memory)
            .OrderBy(row => row.NotBefore)
            .Select(row => row.Nudge!.Tip!),
    ];

    // What was shown more than 30 days ago is not known, so a full row of other tips must be known before one of these comes.
    private static bool MayNameADoctor(Tip tip, List<string> shown, List<Tip> lately) =>
        tip.Topic != SeeADoctor
        || (shown.Count >= DoctorEvery - 1 && lately.TakeLast(DoctorEvery - 1).All(other => other.Topic != SeeADoctor));

    // A new order every 30 days; else the tips that come late in one fixed order would never be seen.
    private static string Cycle(Instant now) =>
        ((long)Math.Floor((now - NodaConstants.UnixEpoch) / Memory)).ToString(CultureInfo.InvariantCulture);
}
