using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WalkBuddyBot.Domain;

/// <summary>What of a bank of tips is the same for everybody, worked out once: each nudge of each person asks for it.</summary>
internal sealed class TipBank
{
    private static readonly ConditionalWeakTable<Tip[], TipBank> Known = [];

    private TipBank(Tip[] tips)
    {
        ById = tips.ToFrozenDictionary(tip => tip.Id, StringComparer.Ordinal);
        var sorted = tips.OrderBy(tip => tip.Id, StringComparer.Ordinal).Select(tip => (Tip: tip, Hash: HashOf(tip.Id))).ToList();
        Others = [.. sorted.Where(tip => !TipCircle.NamesADoctor(tip.Tip))];
        Doctors = [.. sorted.Where(tip => TipCircle.NamesADoctor(tip.Tip))];
    }

    public FrozenDictionary<string, Tip> ById { get; }

    /// <summary>Those that name no doctor, each with the hash of its id.</summary>
    public ImmutableArray<(Tip Tip, ulong Hash)> Others { get; }

    /// <summary>Those that say to see a doctor.</summary>
    public ImmutableArray<(Tip Tip, ulong Hash)> Doctors { get; }

    public static TipBank Of(ImmutableArray<Tip> bank) => Known.GetValue(ImmutableCollectionsMarshal.AsArray(bank)!, tips => new(tips));

    // FNV-1a. A tip keeps its place among the others when tips come and go, as it would not if places were dealt by position.
    private static ulong HashOf(string id) =>
        id.Aggregate(0xCBF29CE484222325UL, (hash, letter) => unchecked((hash ^ letter) * 0x100000001B3UL));
}
