using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>
/// Which tip a person gets next, in a nudge or when they ask: every tip of their own shuffled circle once before any comes again, none
/// within 30 days while the bank allows, never the same section twice running, and at most one in 20 says to see a doctor. What was
/// shown last is the place in the circle; it is known from the ledger and from what the person keeps of the tips they asked for.
/// </summary>
public static class TipRotation
{
    /// <summary>
    /// So many asked tips a person keeps. It is enough for the last place and for a row without a doctor; the circle does the rest.
    /// </summary>
    public const int AskedKept = 24;

    private static readonly Duration Memory = Duration.FromDays(30);

    /// <summary>The next tip; null when the bank has none to show.</summary>
    public static Tip? Next(ImmutableArray<Tip> bank, PersonFacts facts, Instant now)
    {
        var all = TipBank.Of(bank);
        var circle = new TipCircle(all, facts.Person.Id);
        var tips = circle.Tips;
        if (tips.IsEmpty)
        {
            return null;
        }

        var known = all.ById;
        var ids = Shown(facts, now);
        var shown = ids.Select(known.GetValueOrDefault).OfType<Tip>().ToList();
        var lastSeen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < shown.Count; i++)
        {
            lastSeen[shown[i].Id] = i;
        }

        var from = shown.Count > 0 ? tips.IndexOf(shown[^1]) + 1 : circle.Start(Day(now));
        var section = shown.Count > 0 ? shown[^1].Section : null;

        // A tip that has left the bank may have named one.
        var noDoctor = ids.TakeLast(TipCircle.BetweenDoctors)
            .Any(id => known.GetValueOrDefault(id) is not { } tip || TipCircle.NamesADoctor(tip));

        // The section comes before the memory: a tip twice in 30 days is dull, the same section twice running looks broken.
        Tip? best = null;
        var rank = (SameSection: true, Seen: int.MaxValue);
        for (var step = 0; step < tips.Length; step++)
        {
            var tip = tips[(from + step) % tips.Length];
            var its = (SameSection: tip.Section == section, Seen: lastSeen.GetValueOrDefault(tip.Id, -1));
            if (!(noDoctor && TipCircle.NamesADoctor(tip)) && (best is null || its.CompareTo(rank) < 0))
            {
                (best, rank) = (tip, its);
            }
        }

        return best;
    }

    /// <summary>The person, who asked for a tip and is shown this one.</summary>
    public static Person Asked(this Person person, Tip tip, Instant now) => person with
    {
        TipsAsked =
        [
            .. person.TipsAsked.Where(shown => shown.Tip != tip.Id && shown.At > now - Memory).TakeLast(AskedKept - 1),
            new ShownTip(tip.Id, now),
        ],
    };

    // Oldest first.
    private static List<string> Shown(PersonFacts facts, Instant now) =>
    [
        .. facts.Nudges30Days
            .Where(row => row.Nudge?.Tip is not null && row.MayHaveBeenSeen())
            .Select(row => new ShownTip(row.Nudge!.Tip!, row.NotBefore))
            .Concat(facts.Person.TipsAsked)
            .Where(shown => shown.At > now - Memory)
            .OrderBy(shown => shown.At)
            .Select(shown => shown.Tip),
    ];

    private static long Day(Instant now) => (long)Math.Floor((now - NodaConstants.UnixEpoch) / Duration.FromDays(1));
}
