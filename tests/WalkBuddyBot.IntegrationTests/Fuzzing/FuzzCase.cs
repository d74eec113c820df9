using System.Globalization;
using System.Text;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>One call, which follows from its seed alone.</summary>
/// <param name="Shape">Envelope and kind.</param>
/// <param name="Body">What is posted.</param>
/// <param name="IsMutant">Whether it was broken.</param>
internal sealed record FuzzCase(string Shape, byte[] Body, bool IsMutant)
{
    /// <summary>How many shapes there are before anything is broken.</summary>
    public static int Shapes => Envelopes.All.Count * Kinds.All.Count;

    public static FuzzCase Of(int seed)
    {
        var random = new Random(seed);
        var shape = random.Next(Shapes);
        var (envelope, make) = Envelopes.All[shape % Envelopes.All.Count];
        var (kind, fill) = Kinds.All[shape / Envelopes.All.Count];
        var activity = make(random);
        fill(activity, random);

        // A tenth comes without an id, as some channels send; another tenth twice.
        activity["id"] = random.Next(10) switch
        {
            0 => null,
            1 => (seed / 2).ToString(CultureInfo.InvariantCulture),
            _ => $"f{seed}",
        };
        var mutant = random.Next(4) > 0;
        return new($"{envelope}, {kind}", mutant ? Mutations.Mutate(activity, random) : Encoding.UTF8.GetBytes(activity.ToJsonString()), mutant);
    }
}
