using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace WalkBuddyBot.Domain;

/// <summary>
/// The tips in one person's own order, which goes round: neighbours are of different sections, and from one see-a-doctor tip to the
/// next there are at least 19 others. The order follows from the person's id and the tips' ids alone, so nobody has to keep it.
/// </summary>
internal sealed class TipCircle
{
    /// <summary>So many other tips stand between two that say to see a doctor: at most one in 20.</summary>
    public const int BetweenDoctors = 19;

    private const string SeeADoctor = "see-a-doctor";

    private readonly Tip[] _tips;
    private readonly ulong _seed;

    public TipCircle(ImmutableArray<Tip> bank, PersonId person)
    {
        _seed = SeedOf(person.Value);
        var others = Shuffled(bank.Where(tip => !NamesADoctor(tip)));
        var doctors = Shuffled(bank.Where(NamesADoctor));

        // A bank with too few others cannot hold them all at that distance; this person then never gets the rest.
        var rare = Math.Min(doctors.Count, others.Count / BetweenDoctors);
        _tips = new Tip[others.Count + rare];
        for (var i = 0; i < rare; i++)
        {
            _tips[i * _tips.Length / rare] = doctors[i];
        }

        Fill(others);
        Mend();
    }

    public ReadOnlySpan<Tip> Tips => _tips;

    public static bool NamesADoctor(Tip tip) => tip.Topic == SeeADoctor;

    /// <summary>
    /// Where to begin with somebody of whom nothing is known: another place each day, and always with a full row of other tips before
    /// a see-a-doctor tip, because the last one shown may have been of that kind.
    /// </summary>
    public int Start(long day)
    {
        var places = Enumerable.Range(0, _tips.Length)
            .Where(place => Enumerable.Range(place, BetweenDoctors).All(next => !NamesADoctor(_tips[next % _tips.Length])))
            .ToList();
        return places[(int)(Mixed(_seed ^ (ulong)day) % (ulong)places.Count)];
    }

    // In the shuffled order, but each time the first that differs from both neighbours.
    private void Fill(List<Tip> others)
    {
        for (var i = 0; i < _tips.Length; i++)
        {
            if (_tips[i] is null)
            {
                var fits = others.FindIndex(tip => Fits(i, tip));
                _tips[i] = others[Math.Max(fits, 0)];
                others.RemoveAt(Math.Max(fits, 0));
            }
        }
    }

    // The last tips to be placed may be of one section. Each changes places with another, where there is one that suits both.
    private void Mend()
    {
        for (var i = 0; i < _tips.Length; i++)
        {
            for (var j = 0; j < _tips.Length && !Fits(i, _tips[i]); j++)
            {
                if (!NamesADoctor(_tips[i]) && !NamesADoctor(_tips[j]) && Fits(i, _tips[j]) && Fits(j, _tips[i]))
                {
                    (_tips[i], _tips[j]) = (_tips[j], _tips[i]);
                }
            }
        }
    }

    private bool Fits(int place, Tip tip) =>
        _tips[(place + _tips.Length - 1) % _tips.Length]?.Section != tip.Section
        && _tips[(place + 1) % _tips.Length]?.Section != tip.Section;

    private List<Tip> Shuffled(IEnumerable<Tip> tips) =>
        [.. tips.OrderBy(tip => Mixed(_seed ^ HashOf(tip.Id))).ThenBy(tip => tip.Id, StringComparer.Ordinal)];

    private static ulong SeedOf(Guid id)
    {
        var halves = MemoryMarshal.Cast<byte, ulong>(id.ToByteArray());
        return Mixed(halves[0]) ^ halves[1];
    }

    // FNV-1a. A tip keeps its place among the others when tips come and go, as it would not if places were dealt by position.
    private static ulong HashOf(string id) =>
        id.Aggregate(0xCBF29CE484222325UL, (hash, letter) => unchecked((hash ^ letter) * 0x100000001B3UL));

    // The finisher of SplitMix64: every bit of the input moves every bit of the output.
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
