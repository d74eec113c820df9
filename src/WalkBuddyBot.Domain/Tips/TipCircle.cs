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

    public TipCircle(TipBank bank, PersonId person)
    {
        _seed = SeedOf(person.Value);
        var others = Shuffled(bank.Others);
        var doctors = Shuffled(bank.Doctors);

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
        var places = new List<int>(_tips.Length);
        for (var place = 0; place < _tips.Length; place++)
        {
            if (HasNoDoctorFrom(place))
            {
                places.Add(place);
            }
        }

        return places[(int)(Mixed(_seed ^ (ulong)day) % (ulong)places.Count)];
    }

    private bool HasNoDoctorFrom(int place)
    {
        for (var next = place; next < place + BetweenDoctors; next++)
        {
            if (NamesADoctor(_tips[next % _tips.Length]))
            {
                return false;
            }
        }

        return true;
    }

    // In the shuffled order, but each time the first that differs from both neighbours.
    private void Fill(List<Tip> others)
    {
        for (var i = 0; i < _tips.Length; i++)
        {
            if (_tips[i] is null)
            {
                var fits = FirstThatFits(i, others);
                _tips[i] = others[fits];
                others.RemoveAt(fits);
            }
        }
    }

    private int FirstThatFits(int place, List<Tip> tips)
    {
        for (var i = 0; i < tips.Count; i++)
        {
            if (Fits(place, tips[i]))
            {
                return i;
            }
        }

        return 0;
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

    private List<Tip> Shuffled(ImmutableArray<(Tip Tip, ulong Hash)> bank)
    {
        var places = new ulong[bank.Length];
        var tips = new Tip[bank.Length];
        for (var i = 0; i < bank.Length; i++)
        {
            (tips[i], places[i]) = (bank[i].Tip, Mixed(_seed ^ bank[i].Hash));
        }

        Array.Sort(places, tips);
        return [.. tips];
    }

    private static ulong SeedOf(Guid id)
    {
        var halves = MemoryMarshal.Cast<byte, ulong>(id.ToByteArray());
        return Mixed(halves[0]) ^ halves[1];
    }

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
